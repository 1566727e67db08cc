import type { RegisterRefusals } from './shape.ts';

/** Why something is refused in the register, with accounts and with posts. */
export const registerRefusalsEn: RegisterRefusals = {
  'account-open': () => ({
    says: 'This person has an account already.',
    do: 'If the password is forgotten, hand over a new first password.',
  }),
  'last-administrator': () => ({
    says: 'This is the last administrator of the community who can sign in; account and post stay.',
    do: 'First make somebody else an administrator and give them an account.',
  }),
  'last-keeper': () => ({
    says: 'This is the last system administrator who can sign in; the account stays.',
    do: 'First let another keeper take over.',
  }),
  'keeper-account': () => ({
    says: 'A system administrator is not given a new password here.',
    do: 'Change it after signing in; if it is forgotten, run npm run reset-keeper on the server.',
  }),
  'in-office': () => ({
    says: 'This person still has an account or a post and stays on the register.',
    do: 'Let an administrator close the account and end the posts first.',
  }),
  'register-changed': () => ({
    says: 'The register changed after the list was checked; nobody was added.',
    do: 'The list has been checked again: look at it, and confirm once more.',
  }),
  'nothing-to-erase': () => ({
    says: 'The register holds nothing of what was chosen, so nothing was erased.',
    do: 'Reload the page to see what there is.',
  }),
  'login-to-be-erased': () => ({
    says: 'The sign-in name of this person is the very thing to be erased, so nothing was erased.',
    do: 'Close the account first; if it is still needed, open it again with another sign-in name.',
  }),
};
