package dev.galley.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Many connections to one server, held by one thread. */
final class Crowd implements AutoCloseable {
    private static final long TRICKLE_EVERY_MILLIS = 2_000;
    private static final byte[] ONE_BYTE = {'a'};

    private final Selector selector = Selector.open();
    private final List<Member> members = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "crowd");
    private final boolean trickles;
    private final boolean reads;
    private final String awaited;
    private volatile boolean closed;

    /** Times are on the clock of {@link System#nanoTime}; 0 is never. */
    private static final class Member {
        private final SocketChannel channel;
        private final StringBuilder heard = new StringBuilder();
        private final long connected = System.nanoTime();
        private volatile boolean answered;
        private volatile long heardAt;
        private volatile long closedAt;

        Member(SocketChannel channel) {
            this.channel = channel;
        }
    }

    private Crowd(boolean trickles, boolean reads, String awaited) throws IOException {
        this.trickles = trickles;
        this.reads = reads;
        this.awaited = awaited;
    }

    /** Each sends what it begins with, and then a byte now and then. */
    static Crowd ofSlowSenders(int port, int size, String beginning) throws IOException {
        return new Crowd(true, true, "").join(port, size, beginning);
    }

    /** Each sends a request and reads nothing of the answer, nor has room for much. */
    static Crowd ofSlowReaders(int port, int size, String request) throws IOException {
        return new Crowd(false, false, "").join(port, size, request);
    }

    /** Each sends a request, or nothing, and listens for some words. */
    static Crowd ofListeners(int port, int size, String request, String awaited) throws IOException {
        return new Crowd(false, true, awaited).join(port, size, request);
    }

    private Crowd join(int port, int size, String beginning) throws IOException {
        for (int i = 0; i < size; i++) {
            SocketChannel channel = SocketChannel.open();
            if (!reads) {
                channel.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
            }
            channel.connect(new InetSocketAddress("localhost", port));
            channel.write(ByteBuffer.wrap(beginning.getBytes(StandardCharsets.UTF_8)));
            channel.configureBlocking(false);
            Member member = new Member(channel);
            channel.register(selector, SelectionKey.OP_READ, member);
            members.add(member);
        }
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    /** Those that the server has not closed, as far as they can know. */
    int open() {
        return (int) members.stream().filter(member -> member.closedAt == 0).count();
    }

    /** Of those that the server closed: how long it bore the one that it bore longest. */
    Duration longest() {
        return Duration.ofNanos(members.stream()
                .filter(member -> member.closedAt != 0)
                .mapToLong(member -> member.closedAt - member.connected)
                .max()
                .orElse(0));
    }

    /** Those to whom anything at all has been sent. */
    int answered() {
        return (int) members.stream().filter(member -> member.answered).count();
    }

    /** How long after {@code start} each of those heard who has heard what it listens for. */
    long[] heardAfter(long start) {
        LongStream times = members.stream()
                .mapToLong(member -> member.heardAt)
                .filter(at -> at != 0)
                .map(at -> at - start);
        return times.toArray();
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
            for (Member member : members) {
                member.channel.close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        ByteBuffer buffer = ByteBuffer.allocate(16_384);
        long trickled = System.nanoTime();
        try {
            while (!closed) {
                selector.select(key -> notice(key, buffer), 100);
                if (trickles
                        && System.nanoTime() - trickled
                                > Duration.ofMillis(TRICKLE_EVERY_MILLIS).toNanos()) {
                    trickled = System.nanoTime();
                    members.stream().filter(member -> member.closedAt == 0).forEach(Crowd::trickle);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void notice(SelectionKey key, ByteBuffer buffer) {
        Member member = (Member) key.attachment();
        if (reads) {
            read(member, buffer);
        } else {
            member.answered = true;
            key.interestOps(0);
        }
    }

    private void read(Member member, ByteBuffer buffer) {
        try {
            buffer.clear();
            if (member.channel.read(buffer) < 0) {
                left(member);
                return;
            }
            member.answered = true;
            if (member.heardAt == 0 && !awaited.isEmpty()) {
                member.heard.append(StandardCharsets.UTF_8.decode(buffer.flip()));
                member.heardAt = member.heard.indexOf(awaited) < 0 ? 0 : System.nanoTime();
            }
        } catch (IOException e) {
            left(member);
        }
    }

    private static void trickle(Member member) {
        try {
            member.channel.write(ByteBuffer.wrap(ONE_BYTE));
        } catch (IOException e) {
            left(member);
        }
    }

    private static void left(Member member) {
        member.closedAt = System.nanoTime();
        try {
            member.channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
