package org.linli.gateway.openapi;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.jboss.logging.Logger;
import org.linli.gateway.call.Call;
import org.linli.gateway.problem.Problem;
import org.linli.gateway.problem.ProblemCode;

/**
 * The start page, the API's own description at /openapi, and a page to try it at /docs: neither page loads anything
 * from elsewhere.
 */
@ApplicationScoped
public class Pages {

    private static final Logger LOG = Logger.getLogger(Pages.class);
    private static final String SWAGGER = "META-INF/resources/openapi-ui/";
    private static final String START = "/";
    private static final Map<String, Source> FILES = Map.of(
            "/docs",
            new Source("docs/index.html", "text/html; charset=utf-8"),
            "/docs/",
            new Source("docs/index.html", "text/html; charset=utf-8"),
            "/docs/start.js",
            new Source("docs/start.js", "text/javascript; charset=utf-8"),
            "/docs/swagger-ui.css",
            new Source(SWAGGER + "swagger-ui.css", "text/css; charset=utf-8"),
            "/docs/swagger-ui-bundle.js",
            new Source(SWAGGER + "swagger-ui-bundle.js", "text/javascript; charset=utf-8"),
            "/docs/favicon.ico",
            new Source(SWAGGER + "favicon.ico", "image/x-icon"),
            START,
            new Source("start/index.html", "text/html; charset=utf-8"),
            START + "start/page.css",
            new Source("start/page.css", "text/css; charset=utf-8"),
            START + "start/page.js",
            new Source("start/page.js", "text/javascript; charset=utf-8"),
            START + "start/texts.js",
            new Source("start/texts.js", "text/javascript; charset=utf-8"));

    private final Vertx vertx;
    private final OpenApiDocuments documents;
    private final Map<String, Future<Content>> contents = new ConcurrentHashMap<>();

    Pages(Vertx vertx, OpenApiDocuments documents) {
        this.vertx = vertx;
        this.documents = documents;
    }

    private record Source(String resource, String contentType) {}

    private record Content(Buffer plain, Buffer compressed) {}

    /** Whether there is a file of the page at this path. */
    public static boolean hasFile(String path) {
        return FILES.containsKey(path);
    }

    /** What a file belongs to: its page tells browsers what may run in it. */
    public static String nameOf(String path) {
        return path.startsWith("/docs") ? "docs" : "start";
    }

    /** Answers with the merged OpenAPI, as YAML if the caller asks for that. */
    public void answerOpenApi(Call call, String query) {
        String accept = call.request().getHeader(HttpHeaders.ACCEPT);
        boolean yaml = query.equals("format=yaml") || accept != null && accept.contains("yaml");
        documents
                .current()
                .onSuccess(merged -> {
                    call.response().putHeader(HttpHeaders.VARY, "Accept");
                    if (yaml) {
                        call.answer("application/yaml", merged.yaml());
                    } else {
                        call.answer("application/json", merged.json());
                    }
                })
                .onFailure(failure -> fail(call, failure));
    }

    /** Answers with a file of the page. */
    public void answerFile(Call call, String path) {
        Source source = FILES.get(path);
        contents.computeIfAbsent(path, p -> vertx.executeBlocking(() -> read(source)))
                .onSuccess(content -> answer(call, source, content))
                .onFailure(failure -> fail(call, failure));
    }

    private static void answer(Call call, Source source, Content content) {
        call.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache").putHeader(HttpHeaders.VARY, "Accept-Encoding");
        String encodings = call.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (encodings != null && encodings.contains("gzip")) {
            call.response().putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            call.answer(source.contentType, content.compressed);
        } else {
            call.answer(source.contentType, content.plain);
        }
    }

    private static void fail(Call call, Throwable failure) {
        LOG.error("a page could not be made", failure);
        call.refuse(Problem.of(ProblemCode.INTERNAL_ERROR));
    }

    private static Content read(Source source) throws IOException {
        try (var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(source.resource)) {
            if (stream == null) {
                throw new IOException(source.resource + " is missing");
            }
            byte[] plain = stream.readAllBytes();
            var compressed = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(compressed)) {
                gzip.write(plain);
            }
            return new Content(Buffer.buffer(plain), Buffer.buffer(compressed.toByteArray()));
        }
    }
}
