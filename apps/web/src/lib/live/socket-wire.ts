import type { Answer, Down } from '@yishiting/domain/protocol';
import { io } from 'socket.io-client';
import type { MakeWire } from './wire.ts';

/** A connection over socket.io: a WebSocket where the network lets one through, else long polling. */
export const socketWire: MakeWire = (join, community, listener) => {
  const socket = io({
    path: '/socket.io/',
    query: { c: community },
    auth: join,
    autoConnect: false,
    transports: ['websocket', 'polling'],
    reconnectionDelay: 300,
    reconnectionDelayMax: 4_000,
    timeout: 8_000,
  });
  socket.on('connect', () => listener.connected());
  let wanted = false;
  socket.on('disconnect', (reason) => {
    listener.disconnected();
    // socket.io comes back by itself after every break but this one, where the server's last word may have been lost.
    if (reason === 'io server disconnect') setTimeout(() => wanted && socket.connect(), 1_000);
  });
  socket.io.on('ping', () => listener.alive());
  socket.on('down', (message: Down) => listener.down(message));
  return {
    open() {
      wanted = true;
      socket.connect();
    },
    close() {
      wanted = false;
      socket.disconnect();
    },
    send: (message) => void socket.emit('up', message),
    ask: (message) =>
      new Promise((resolve) => {
        if (!socket.connected) return resolve(null);
        const broken = () => resolve(null);
        socket.once('disconnect', broken);
        socket.emit('up', message, (answer: Answer) => {
          socket.off('disconnect', broken);
          resolve(answer);
        });
      }),
  };
};
