package org.passerelle.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.accounts.Browser;
import org.passerelle.pages.OperatorsCommand;
import org.passerelle.storage.CompiledCode;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** What a watcher, the operator and a stranger learn of the server. */
@OnBothDatabases
class HealthTest {
  @Parameter House house;

  @Test
  void healthSaysUpAndNothingElseIsToldAboutTheServer() {
    Browser stranger = new Browser(house);
    assertThat(stranger.get("/health").body()).isEqualTo("up");
    for (String path : List.of("/actuator", "/actuator/env", "/actuator/health", "/h2-console")) {
      assertThat(stranger.get(path).status()).isIn(302, 404);
    }
  }

  @Test
  void whoDoesNotKnowTheOperatorsSecretIsToldNothing() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(house.address() + "/health"))
            .header(OperatorsCommand.HEADER, "00")
            .build();
    assertThat(
            HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void theRoomForCompiledCodeIsSaid() {
    assertThat(house.get(CompiledCode.class).said()).matches("compiled code: \\d+ of \\d+ MB");
  }
}
