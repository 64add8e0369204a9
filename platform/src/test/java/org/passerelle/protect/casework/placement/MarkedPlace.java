package org.passerelle.protect.casework.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.passerelle.accounts.Browser;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;

/**
 * A place with an address that occurs nowhere else, entered by its placing team on its pages.
 *
 * @param marker a word in every part of the address
 * @param path the place's own page
 */
record MarkedPlace(String marker, String path) {
  static MarkedPlace entered(House house, LeakScene scene) {
    String marker = "Zq" + house.get(Identifiers.class).next().toString().substring(24) + "v";
    Browser browser = scene.officer.browser();
    browser.get("/protect/places/new");
    String at =
        browser
            .post(
                "/protect/places",
                "name",
                "Platan",
                "house",
                scene.organisation.toString(),
                "capacity",
                "4",
                "sex",
                "any",
                "age_from",
                "0",
                "age_until",
                "17",
                "opening",
                "always")
            .location()
            .replace("/address", "");
    browser.get(at + "/address");
    // a faulty form is returned and saved
    assertThat(browser.post(at + "/address", "address", marker + " 7", "latitude", "400").status())
        .isEqualTo(422);
    assertThat(
            browser
                .post(
                    at + "/address",
                    "address",
                    marker + " 7",
                    "telephone",
                    marker + " 11",
                    "arrival",
                    "Behind " + marker,
                    "area",
                    marker,
                    "latitude",
                    "44.8",
                    "longitude",
                    "20.4")
                .location())
        .isEqualTo(at);
    browser.get(at);
    browser.post(at + "/free", "free", "3");
    browser.get(at);
    browser.post(at + "/hold");
    assertThat(browser.get(at + "/address").body()).contains(marker);
    return new MarkedPlace(marker, at);
  }

  /** Looks through an answer, which is no failure of the server either. */
  void isNotIn(Browser.Answer answer, String what) {
    assertThat(answer.body()).as(what).doesNotContain(marker);
    assertThat(answer.status()).as(what).isLessThan(500);
  }

  UUID id() {
    return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
  }
}
