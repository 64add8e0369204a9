package org.passerelle.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.storage.House;
import org.passerelle.testing.FreePorts;

/** The house says how far its filling is instead of opening its doors half-filled. */
@Tag("slow")
@Tag("long")
class DoorsWhileFillingTest {
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void nobodyEntersAHouseThatIsBeingFilled() throws Exception {
    int port = FreePorts.next();
    String base = "http://127.0.0.1:" + port;
    CompletableFuture<House> starting =
        CompletableFuture.supplyAsync(
            () ->
                House.with(
                    House.Database.H2,
                    Map.of(
                        House.RUNNING_SCHEDULES,
                        true,
                        "server.port",
                        port,
                        "passerelle.demo",
                        "true",
                        "passerelle.demo-cases",
                        "400")));
    try {
      HttpResponse<String> health = firstAnswer(base, starting);
      assertThat(health.statusCode()).isEqualTo(503);
      assertThat(health.body()).matches("filling, \\d{1,2} %");
      for (String path : new String[] {"/sign-in", "/", "/protect/cases", "/api/v1/cases"}) {
        HttpResponse<String> closed = get(base + path, "fr");
        assertThat(closed.statusCode()).as(path).isEqualTo(503);
        assertThat(closed.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(closed.body()).contains("La démonstration se remplit").doesNotContain("⟦");
      }
      assertThat(get(base + "/sign-in", "sr").body()).contains("Демонстрација се пуни");
      assertThat(get(base + "/sign-in", "en").body()).contains("is being filled");
      assertThat(get(base + "/passerelle.css", "en").statusCode()).isEqualTo(200);
      starting.get(10, TimeUnit.MINUTES);
      assertThat(get(base + "/health", "en").body()).isEqualTo("up");
      assertThat(get(base + "/sign-in", "en").statusCode()).isEqualTo(200);
    } finally {
      starting.get(10, TimeUnit.MINUTES).close();
    }
  }

  private HttpResponse<String> firstAnswer(String base, CompletableFuture<House> starting) {
    return await("the first answer")
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .ignoreException(ConnectException.class)
        .failFast("The house did not start.", starting::isCompletedExceptionally)
        .until(() -> get(base + "/health", "en"), answer -> true);
  }

  private HttpResponse<String> get(String address, String language)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address)).header("Accept-Language", language).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
