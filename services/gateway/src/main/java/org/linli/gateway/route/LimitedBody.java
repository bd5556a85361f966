package org.linli.gateway.route;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** The body of a request, which fails as soon as more than the limit has come, whatever its headers promised. */
final class LimitedBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> body;
    private final long limit;
    private long seen;
    private boolean ended;
    private boolean paused = true;
    private Handler<Throwable> failureHandler;

    LimitedBody(ReadStream<Buffer> body, long limit) {
        this.body = body;
        this.limit = limit;
    }

    boolean isTooLarge() {
        return seen > limit;
    }

    /** Whether it is the caller for whom we wait: more is to come, and the service takes what comes. */
    boolean isAwaited() {
        return !ended && !paused;
    }

    @Override
    public LimitedBody handler(Handler<Buffer> handler) {
        body.handler(handler == null ? null : part -> pass(part, handler));
        return this;
    }

    private void pass(Buffer part, Handler<Buffer> handler) {
        boolean failedBefore = isTooLarge();
        seen += part.length();
        if (!isTooLarge()) {
            handler.handle(part);
        } else if (!failedBefore && failureHandler != null) {
            failureHandler.handle(new IllegalStateException("body larger than " + limit + " bytes"));
        }
    }

    @Override
    public LimitedBody exceptionHandler(Handler<Throwable> handler) {
        failureHandler = handler;
        body.exceptionHandler(handler);
        return this;
    }

    @Override
    public LimitedBody pause() {
        paused = true;
        body.pause();
        return this;
    }

    @Override
    public LimitedBody resume() {
        paused = false;
        body.resume();
        return this;
    }

    @Override
    public LimitedBody fetch(long amount) {
        body.fetch(amount);
        return this;
    }

    @Override
    public LimitedBody endHandler(Handler<Void> handler) {
        body.endHandler(end -> {
            ended = true;
            if (handler != null) {
                handler.handle(end);
            }
        });
        return this;
    }
}
