package org.passerelle.protect.sharing.letterbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Nobody decides alone where dossiers can be read. */
@OnBothDatabases
@Tag("slow")
class LetterboxAddedTest {
  @Parameter House house;

  @Test
  void aLetterboxTakesTwoAndEnds() {
    UUID organisation = Staff.organisation(house).id();
    Member one = Member.in(house, organisation, Role.ADMINISTRATOR);
    Member two = Member.in(house, organisation, Role.ADMINISTRATOR);
    one.browser().get("/partner/letterboxes");
    assertThat(one.browser().post("/partner/letterboxes", "name", "X", "mail", "no").status())
        .isEqualTo(422);
    String mail = organisation + "@example.org";
    one.browser().get("/partner/letterboxes");
    assertThat(
            one.browser()
                .post(
                    "/partner/letterboxes",
                    "name",
                    "Office in Sofia",
                    "type",
                    "national_coordinator",
                    "country",
                    "BG",
                    "mail",
                    mail,
                    "phone",
                    "+359 00 000 002",
                    "language",
                    "fr")
                .location())
        .isEqualTo("/partner/letterboxes");
    assertThat(named(mail)).isZero();
    String approvals = two.browser().get("/house/approvals").body();
    assertThat(approvals).contains("Office in Sofia");
    String approve = approvals.replaceAll("(?s).*(/house/approvals/[0-9a-f-]+/approve).*", "$1");
    two.browser().post(approve, "reason", "I called them");
    assertThat(named(mail)).isOne();
    assertThat(one.browser().get("/partner/letterboxes").body()).contains("Office in Sofia");
  }

  private int named(String mail) {
    return house
        .db()
        .sql("select count(*) from letterbox where mail = :mail")
        .param("mail", mail)
        .query(Integer.class)
        .single();
  }
}
