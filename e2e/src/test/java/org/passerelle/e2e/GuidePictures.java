package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.e2e.Visitor.Device;

/**
 * Takes the pictures for the guides from the current demonstration; run it when pages have changed:
 *
 * <pre>
 * PASSERELLE_TEST_OPTIONS=-Dpasserelle.pictures=$PWD/docs/guide/images \
 *   ./passerelle test --only GuidePictures
 * </pre>
 *
 * <p>Its name excludes it from the complete run. {@link MainFlowTest}, {@link RegionTest}, {@link
 * CaseworkersDayTest} and {@link NightReferralTest} take the pictures of pages that only they
 * reach.
 */
@ExtendWith(Chromium.class)
class GuidePictures {
  /** A block of the letter in its form, and beside it as readers will see it on paper. */
  @Test
  void theLetterIsWritten() {
    try (Visitor manager = Visitor.in(Device.DESKTOP, "claire.most", "en")) {
      manager.go("/steer/letters/12/blocks/letter-12-focus");
      manager.page().waitForSelector(".proof-shown .block");
      manager.page().selectOption("#proof-language", "fr");
      manager.page().selectOption("#proof-look", "paper");
      manager.page().waitForSelector(".proof-sheet img");
      manager.picture("letter-block-1280");
    }
  }

  /** Each: user and page; links to follow from there, the first of each kind. */
  @ParameterizedTest
  @CsvSource({
    "home-1280, DESKTOP, jelena.most, /, ''",
    "cases-1280, DESKTOP, jelena.most, /protect/cases, ''",
    "case-1280, DESKTOP, jelena.most, /protect/cases, 'main th a.code'",
    "consent-1280, DESKTOP, jelena.most, /protect/cases, 'main th a.code|@/consents/new'",
    "coordinator-1280, DESKTOP, sanja.contact-rs, /protect/handovers, ''",
    "border-desk-375, PHONE, arta.ulliri, /protect/desks, ''",
    "supervision-1280, DESKTOP, vesna.most, /protect/supervision, ''",
    "emergencies-1280, DESKTOP, vesna.most, /protect/supervision/emergencies, ''",
    "account-1280, DESKTOP, jelena.most, /account, ''",
    "users-1280, DESKTOP, goran.most, /house/users, ''",
    "outbox-1280, DESKTOP, goran.most, /house/outbox, ''",
    "audit-1280, DESKTOP, zorica.most, /house/audit, ''",
    "home-375, PHONE, nikola.most, /, ''",
    "residents-375, PHONE, dragana.most, /protect/residents, ''",
    "placement-1280, DESKTOP, ivana.most, /protect/placement, ''",
    "rota-1280, DESKTOP, vesna.most, /protect/duty, ''",
    "own-report-1280, DESKTOP, vesna.most, /protect/figures/own, ''",
    "data-protection-1280, DESKTOP, mirjana.most, /protect/data-protection, ''",
    "trainings-1280, DESKTOP, olivera.most, /partner/register/training, ''",
    "forms-1280, DESKTOP, goran.most, /house/forms, ''",
    "letter-issue-1280, DESKTOP, claire.most, /steer/letters/13, ''",
    "letter-texts-1280, DESKTOP, claire.most, /steer/letters/12/texts, ''",
    "letter-signatory-1280, DESKTOP, claire.most, /steer/letters/series/quarterly-letter/signatory, ''",
    "campaigns-1280, DESKTOP, claire.most, /prevent/campaigns, ''",
    "risk-places-1280, DESKTOP, claire.most, /prevent/places, ''",
    "tips-1280, DESKTOP, sanja.most, /prevent/tips, ''",
    "tip-public-375, PHONE, claire.most, /tips, ''",
    "prosecutor-1280, DESKTOP, sophie.parquet, /, ''",
    "joint-teams-1280, DESKTOP, sophie.parquet, /prosecute/joint-teams, ''"
  })
  void ofAPage(String name, Device device, String login, String path, String then) {
    try (Visitor who = Visitor.in(device, login, "en")) {
      assertThat(who.go(path)).as(path).isEqualTo(200);
      for (String link : then.isEmpty() ? new String[0] : then.split("\\|")) {
        String href = who.path() + link.substring(1);
        if (!link.startsWith("@")) {
          // the page does not reload by itself, and a message may still be under way
          who.until(who.path(), () -> who.page().locator(link).count() > 0);
          href = who.one(link).getAttribute("href");
        }
        assertThat(who.go(href)).as(href).isEqualTo(200);
      }
      who.picture(name);
    }
  }
}
