import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface OnLoopback {
  /** Without a slash at its end. */
  url: string;
  /** Cuts what is still open. */
  close(): Promise<void>;
}

/** For tests: a server on a free port of this machine, which nobody else reaches. */
export async function onLoopback(server: Server): Promise<OnLoopback> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
