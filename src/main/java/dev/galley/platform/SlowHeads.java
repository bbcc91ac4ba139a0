package dev.galley.platform;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Cuts off who sends the head of a request byte by byte: before it is whole, Vert.x knows of no request. Netty finds it
 * as a service.
 */
public class SlowHeads extends ChannelInitializerExtension {
    private static final String LONGEST = "galley.limits.receive";

    /** Before the first connection is made. */
    public static void enable() {
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    @Override
    public void postInitializeServerChildChannel(Channel connection) {
        Duration longest = ConfigProvider.getConfig().getValue(LONGEST, Duration.class);
        connection.pipeline().addFirst(new Deadline(longest));
    }

    /** From the first byte of a request to the empty line that ends its head; then not again until an answer begins. */
    static final class Deadline extends ChannelDuplexHandler {
        /** What a connection begins with that has no heads of this kind from there on (RFC 9113 §3.4). */
        private static final String HTTP_2 = "PRI * HTTP/2.0\r\n";

        private static final int SOMETHING_ELSE = -1;

        private final Duration longest;
        private boolean inHead = true;

        /** How much of {@link #HTTP_2} the head has begun with. */
        private int prefaced;

        private boolean atLineStart;
        private @Nullable ScheduledFuture<?> timer;

        Deadline(Duration longest) {
            this.longest = longest;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            if (inHead && message instanceof ByteBuf bytes) {
                if (endsHead(bytes)) {
                    inHead = false;
                    cancel();
                } else if (timer == null) {
                    timer = context.executor()
                            .schedule((Runnable) context::close, longest.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
            super.channelRead(context, message);
            if (isHttp2()) {
                context.pipeline().remove(this);
            }
        }

        private boolean isHttp2() {
            return prefaced == HTTP_2.length();
        }

        private boolean endsHead(ByteBuf bytes) {
            return bytes.forEachByte(this::isBeforeTheEnd) >= 0;
        }

        private boolean isBeforeTheEnd(byte next) {
            if (prefaced != SOMETHING_ELSE) {
                prefaced = next == HTTP_2.charAt(prefaced) ? prefaced + 1 : SOMETHING_ELSE;
                if (isHttp2()) {
                    return false;
                }
            }
            if (next == '\n') {
                boolean emptyLine = atLineStart;
                atLineStart = true;
                return !emptyLine;
            }
            atLineStart = atLineStart && next == '\r';
            return true;
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
            inHead = true;
            atLineStart = false;
            prefaced = Math.max(0, prefaced);
            super.write(context, message, promise);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) throws Exception {
            cancel();
            super.channelInactive(context);
        }

        private void cancel() {
            if (timer != null) {
                timer.cancel(false);
                timer = null;
            }
        }
    }
}
