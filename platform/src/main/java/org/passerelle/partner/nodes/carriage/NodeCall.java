package org.passerelle.partner.nodes.carriage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.passerelle.gate.NodeDoor;
import org.passerelle.gate.OutwardAddress.Verdict;
import org.passerelle.partner.nodes.identity.NodeDescriptor;
import org.passerelle.partner.nodes.trust.NodeAddresses;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/**
 * Sends an envelope to another node and reads its answer: no redirects, at most {@value #MOST}
 * bytes, {@value #SECONDS} seconds in total. If {@code spring.ssl.bundle.…nodes} is configured, its
 * certificate is presented to the other node and its authorities are trusted.
 */
@Component
class NodeCall {
  static final int MOST = 64 << 10;
  static final int SECONDS = 20;
  private static final String BUNDLE = "nodes";
  private final NodeAddresses addresses;
  private final HttpClient client;

  NodeCall(NodeAddresses addresses, SslBundles bundles) {
    this.addresses = addresses;
    HttpClient.Builder made =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER);
    try {
      made.sslContext(bundles.getBundle(BUNDLE).createSslContext());
    } catch (NoSuchSslBundleException none) {
      // use Java's default certificates
    }
    this.client = made.build();
  }

  /**
   * Returns the node's answer, which should be a receipt.
   *
   * @throws NodeUnreachable if the node does not answer in time, or with something that cannot be a
   *     receipt
   */
  String bring(NodeDescriptor to, String envelope) throws NodeUnreachable {
    if (addresses.check(to.address()) != Verdict.FINE) {
      throw new NodeUnreachable("address-not-allowed", false);
    }
    HttpRequest request =
        HttpRequest.newBuilder(to.door())
            .timeout(Duration.ofSeconds(SECONDS))
            .header("Content-Type", NodeDoor.TYPE)
            .header("Accept", NodeDoor.TYPE)
            .POST(HttpRequest.BodyPublishers.ofString(envelope))
            .build();
    CompletableFuture<HttpResponse<String>> under =
        client.sendAsync(request, answer -> new Bounded());
    try {
      HttpResponse<String> answer = under.get(SECONDS, TimeUnit.SECONDS);
      if (!answer.headers().firstValue("Content-Type").orElse("").startsWith(NodeDoor.TYPE)) {
        throw new NodeUnreachable("http-" + answer.statusCode(), true);
      }
      return answer.body();
    } catch (TimeoutException e) {
      under.cancel(true);
      throw new NodeUnreachable("silent", true);
    } catch (InterruptedException e) {
      under.cancel(true);
      Thread.currentThread().interrupt();
      throw new NodeUnreachable("closing", true);
    } catch (ExecutionException e) {
      throw why(e.getCause() == null ? e : e.getCause());
    }
  }

  private static NodeUnreachable why(Throwable failure) {
    if (failure instanceof ConnectException
        || failure instanceof HttpConnectTimeoutException
        || failure instanceof UnresolvedAddressException) {
      return new NodeUnreachable("not-there", false);
    }
    if (failure instanceof SSLHandshakeException) {
      return new NodeUnreachable("certificate", false);
    }
    if (failure instanceof TooLong) {
      return new NodeUnreachable("too-long", true);
    }
    return new NodeUnreachable("cut", true);
  }

  /** The answer was longer than any receipt. */
  private static final class TooLong extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** Reads a limited number of bytes. */
  private static final class Bounded implements HttpResponse.BodySubscriber<String> {
    private final CompletableFuture<String> body = new CompletableFuture<>();
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private Flow.Subscription subscription =
        new Flow.Subscription() {
          @Override
          public void request(long n) {}

          @Override
          public void cancel() {}
        };

    @Override
    public CompletionStage<String> getBody() {
      return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> item) {
      for (ByteBuffer part : item) {
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        read.writeBytes(bytes);
      }
      if (read.size() > MOST) {
        subscription.cancel();
        body.completeExceptionally(new TooLong());
      }
    }

    @Override
    public void onError(Throwable failure) {
      body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      body.complete(read.toString(StandardCharsets.US_ASCII));
    }
  }
}
