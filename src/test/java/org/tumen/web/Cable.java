package org.tumen.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What lies between a browser and a server: connections that can be cut, kept apart and silenced. */
final class Cable implements AutoCloseable {
    enum State {
        WHOLE,
        /** Connections are closed, and new ones as soon as they are made. */
        CUT,
        /** Nothing comes through, and nobody is told: what a connection is after a machine has slept. */
        SILENT
    }

    private final ServerSocket near = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int far;
    private volatile State state = State.WHOLE;

    Cable(int far) throws IOException {
        this.far = far;
        run(this::accept);
    }

    int port() {
        return near.getLocalPort();
    }

    /** Connections of before stay as they became; new ones are made as it is now. */
    void become(State now) throws IOException {
        state = now;
        if (now != State.WHOLE) {
            for (Socket socket : Set.copyOf(open)) {
                open.remove(socket);
                if (now == State.CUT) {
                    socket.close();
                }
            }
        }
    }

    private void accept() throws IOException {
        while (!near.isClosed()) {
            Socket client = near.accept();
            if (state != State.WHOLE) {
                client.close();
                continue;
            }
            Socket server = new Socket(InetAddress.getLoopbackAddress(), far);
            open.add(client);
            open.add(server);
            run(() -> copy(client, server));
            run(() -> copy(server, client));
        }
    }

    private void copy(Socket from, Socket to) throws IOException {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] some = new byte[8192];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                // Whoever was silenced stays so, whatever comes after.
                if (open.contains(from)) {
                    out.write(some, 0, read);
                    out.flush();
                }
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // The connection has ended, which is what it is for.
                Thread.onSpinWait();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        become(State.CUT);
        near.close();
    }
}
