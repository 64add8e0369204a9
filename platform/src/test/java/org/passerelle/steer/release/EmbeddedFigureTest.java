package org.passerelle.steer.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** One table may stand within the pages of other sites, and no other page may. */
@OnBothDatabases
class EmbeddedFigureTest {
  private static final String POLICY = "Content-Security-Policy";
  @Parameter House house;

  @Test
  void onlyTheTableMayBeFramed() {
    FigureRelease release = FigureScenes.released(house, house.somebody(Role.CASE_MANAGER));
    String at = "/figures/" + release.number();
    Browser stranger = new Browser(house);
    Browser.Answer page = stranger.get(at);
    assertThat(page.header(POLICY)).contains("frame-ancestors 'none'");
    assertThat(page.body()).contains("&lt;iframe src=", "/embed/form");
    Browser.Answer embedded = stranger.get(at + "/embed/form");
    assertThat(embedded.header(POLICY))
        .contains("frame-ancestors *", "default-src 'none'", "form-action 'none'")
        .doesNotContain("script-src");
    assertThat(embedded.header("Set-Cookie")).isEmpty();
    assertThat(embedded.body())
        .contains("Labour exploitation", "hidden")
        .doesNotContain("<script", "<form", "release.json");
    assertThat(stranger.get(at + "/embed/sex").status()).isEqualTo(404);
    assertThat(stranger.get("/figures/999999").status()).isEqualTo(404);
    assertThat(stranger.get("/figures/999999/embed/form").status()).isEqualTo(404);
  }
}
