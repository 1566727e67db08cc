/** The peer: socket.io as it comes, which sends what it is given and knows nothing of meetings. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Down } from '@yishiting/domain/protocol';
import { Server } from 'socket.io';

export interface Stock {
  origin: string;
  /** What it sends to whoever comes, and to whoever asks for it. */
  whole: Down;
  tellAll(message: Down): void;
  stop(): Promise<void>;
}

export async function openStock(whole: Down): Promise<Stock> {
  const http = createServer();
  const io = new Server(http);
  const stock: Stock = {
    origin: '',
    whole,
    tellAll: (message) => void io.emit('down', message),
    stop: () => io.close(),
  };
  io.on('connection', (socket) => {
    socket.emit('down', stock.whole);
    socket.on('up', () => void socket.emit('down', stock.whole));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  stock.origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return stock;
}
