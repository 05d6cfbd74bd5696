import net from 'node:net';

/** A server seen through a line that can be cut (connections refused and ended) or go silent (bytes vanish in between). */
export interface TcpProxy {
  readonly port: number;
  cut(): Promise<void>;
  silence(): void;
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a line to `target` on a port of its own. */
export async function tcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  const sockets = new Set<net.Socket>();
  let silent = false;
  const accept = (near: net.Socket) => {
    const far = net.connect(target.port, target.host);
    for (const [from, to] of [[near, far], [far, near]] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => { sockets.delete(from); to.destroy(); });
      from.on('data', (chunk) => void to.write(chunk));
      if (silent) from.pause();
    }
  };
  let server = net.createServer(accept);
  const listen = (port: number) => new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', () => resolve()));
  await listen(0);
  const { port } = server.address() as net.AddressInfo;
  const cut = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    port,
    cut,
    silence() {
      silent = true;
      for (const socket of sockets) socket.pause();
    },
    async mend() {
      silent = false;
      for (const socket of sockets) socket.resume();
      if (server.listening) return;
      server = net.createServer(accept);
      await listen(port);
    },
    close: cut,
  };
}

/** The same address through the proxy. */
export function through(url: string, proxy: TcpProxy): string {
  const changed = new URL(url);
  changed.port = String(proxy.port);
  return changed.href;
}
