package org.passerelle.partner.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.identity.elsewhere.KnownScenes;

/**
 * The question at a desk whether the other side knows somebody, asked and answered by its pages.
 */
@Tag("long")
class DeskAskedTest extends OneDesk {
  private static final Pattern ASKED =
      Pattern.compile("/protect/desks/[0-9a-f-]{36}/asked/[0-9a-f-]{36}");

  @Test
  void bothOfficersAskAndAnswerOnTheirPages() {
    Member asking = onDuty(skopje, here, ours);
    Member answering = onDuty(athens, there, theirs);
    SignedIn asker = Staff.signedIn(asking.user());
    KnownScenes known = new KnownScenes(skopje);
    KnownScenes asked = new KnownScenes(athens);
    SignedIn follows = there.colleague(theirs.organisation(), Role.CASE_MANAGER);
    UUID file = asked.child("Xhemile Mustafa", "2011-05-17", "none", follows);
    asked.findable(file, follows, ours.organisation());
    UUID child = known.child("Џемиле Мустафа", "2011-05-17", "none", asker);
    await().until(() -> known.ready(ours.organisation(), theirs.organisation()));

    String at = "/protect/desks/" + desk;
    String ask = at + "/ask/" + child;
    Browser browser = asking.browser();
    assertThat(browser.get(ask).body()).contains("Ask", "name=\"kind\"");
    Browser.Answer faulty = browser.post(ask, "kind", "law", "reason", "", "transfer", "");
    assertThat(faulty.status()).isEqualTo(422);
    browser.get(ask);
    assertThat(browser.post(ask, law()).location()).isEqualTo(at);
    assertThat(browser.get(at).status()).isEqualTo(200);

    Browser other = answering.browser();
    await().until(() -> ASKED.matcher(other.get(at).body()).find());
    Matcher hit = ASKED.matcher(other.get(at).body());
    assertThat(hit.find()).isTrue();
    String answer = hit.group();
    assertThat(other.get(answer).body())
        .as("which file, whose it is, and nothing of whom the other side asked about")
        .contains("name=\"band\"")
        .doesNotContain("Џемиле", "2011-05-17");
    assertThat(other.post(answer, "band", "likely", "contact", "").status()).isEqualTo(422);
    other.get(answer);
    assertThat(
            other
                .post(
                    answer,
                    "band",
                    "likely",
                    "contact",
                    "The officer beside you",
                    "kind",
                    "law",
                    "reason",
                    "Article 9 (test)",
                    "transfer",
                    "appropriate_safeguards")
                .location())
        .isEqualTo(at);
    String elsewhere = "/protect/cases/" + child + "/elsewhere";
    await().until(() -> browser.get(at).body().contains(elsewhere));
    assertThat(browser.get(elsewhere).body()).contains("The officer beside you");
    await().until(() -> !other.get(answer).body().contains("name=\"band\""));
    assertThat(other.get(answer).body()).as("answered once").contains("The officer beside you");

    Member offDuty = Member.in(skopje, ours.organisation(), Role.CASE_MANAGER);
    assertThat(offDuty.browser().get(ask).status()).as("who is not on duty").isEqualTo(404);
    Member stranger = Member.in(athens, theirs.organisation(), Role.CASE_MANAGER);
    assertThat(stranger.browser().get(answer).status()).isEqualTo(404);
  }

  private static String[] law() {
    return new String[] {
      "kind", "law", "reason", "Article 9 (test)", "transfer", "appropriate_safeguards"
    };
  }
}
