package org.passerelle.cli;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.passerelle.audit.AuditReader;
import org.passerelle.audit.ChainWalk;
import org.passerelle.cli.terminal.BadInput;

/** Calls the server that runs on the data folder and has the database open. */
final class RunningServer {
  private RunningServer() {}

  static ChainWalk.Result walk(ServerFile.Running running) {
    return read(
        new String(get(running, "/house/verify-audit"), StandardCharsets.UTF_8).lines().toList());
  }

  /**
   * Requests one of the server's addresses for the operator's commands.
   *
   * @param path path with its query, encoded
   * @throws BadInput with the server's own message if it rejects the request (status 400)
   */
  static byte[] get(ServerFile.Running running, String path) {
    return ask(running, path, HttpResponse.BodyHandlers.ofByteArray());
  }

  /** The same for a large response, which is written into a file. */
  static void save(ServerFile.Running running, String path, Path file) {
    ask(running, path, HttpResponse.BodyHandlers.ofFile(file));
  }

  private static <T> T ask(
      ServerFile.Running running, String path, HttpResponse.BodyHandler<T> taken) {
    boolean tls = !running.certificate().isEmpty();
    try {
      HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5));
      if (tls) {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Only(running.certificate())}, null);
        client.sslContext(context);
      }
      HttpResponse<Object> answer =
          client
              .build()
              .send(
                  HttpRequest.newBuilder(
                          URI.create(
                              "%s://127.0.0.1:%d%s"
                                  .formatted(tls ? "https" : "http", running.port(), path)))
                      .header("Passerelle-Control", running.token())
                      .timeout(Duration.ofHours(2))
                      .build(),
                  info -> subscriber(info, taken));
      if (answer.body() instanceof Refusal refusal) {
        throw new BadInput(
            answer.statusCode() == 400
                ? refusal.sentence
                : "The running server on port %d does not answer (%d). Maybe stop it and try again."
                    .formatted(running.port(), answer.statusCode()));
      }
      @SuppressWarnings("unchecked")
      T body = (T) answer.body();
      return body;
    } catch (IOException | GeneralSecurityException e) {
      throw new BadInput(
          "The running server on port %d cannot be called (%s). Maybe stop it and try again."
              .formatted(running.port(), BadInput.sentence(e)));
    } catch (InterruptedException e) {
      throw new BadInput("Interrupted while calling the running server.");
    }
  }

  /** The server's message on a rejected request. */
  private record Refusal(String sentence) {}

  private static <T> HttpResponse.BodySubscriber<Object> subscriber(
      HttpResponse.ResponseInfo info, HttpResponse.BodyHandler<T> taken) {
    return info.statusCode() == 200
        ? HttpResponse.BodySubscribers.mapping(taken.apply(info), body -> (Object) body)
        : HttpResponse.BodySubscribers.mapping(
            HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8),
            text -> new Refusal(text.strip()));
  }

  private static ChainWalk.Result read(List<String> lines) {
    String[] counts = lines.get(0).split(" ", -1);
    return new ChainWalk.Result(
        Long.parseLong(counts[0]),
        lines.size() < 4
            ? Optional.empty()
            : Optional.of(
                new AuditReader.Broken(Long.parseLong(lines.get(1)), lines.get(2), lines.get(3))),
        Integer.parseInt(counts[1]));
  }

  /**
   * Trusts exactly the certificate that the server wrote into its data folder, whatever its name.
   */
  private static final class Only extends X509ExtendedTrustManager {
    private final String fingerprint;

    Only(String fingerprint) {
      this.fingerprint = fingerprint;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
      if (chain.length == 0 || !Tls.fingerprint(chain[0]).equals(fingerprint)) {
        throw new CertificateException("a certificate other than the server's own");
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind)
        throws CertificateException {
      check(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
