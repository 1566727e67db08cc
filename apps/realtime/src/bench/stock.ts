/** The peer: socket.io as it comes, which sends what it is given and knows nothing of meetings. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Join } from '@yishiting/domain/protocol';
import { Server } from 'socket.io';

export interface Stock {
  origin: string;
  /** What it sends to a seat that comes, or asks for it. */
  whole: (seat: string) => unknown;
  tellAll(message: unknown): void;
  /** Tells those of one room. */
  tell(room: string, message: unknown): void;
  stop(): Promise<void>;
}

/** @param roomOf the room of socket.io that a seat joins, where there is more than one */
export async function openStock(whole: Stock['whole'], roomOf: (seat: string) => string = () => 'all'): Promise<Stock> {
  const http = createServer();
  const io = new Server(http);
  const stock: Stock = {
    origin: '',
    whole,
    tellAll: (message) => void io.emit('down', message),
    tell: (room, message) => void io.to(room).emit('down', message),
    stop: () => io.close(),
  };
  io.on('connection', (socket) => {
    const { seat } = (socket.handshake.auth as Join).as as Join['as'] & { kind: 'seat' };
    void socket.join(roomOf(seat));
    socket.emit('down', stock.whole(seat));
    socket.on('up', () => void socket.emit('down', stock.whole(seat)));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  stock.origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return stock;
}
