package org.passerelle.protect.casework.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;

/** Readers of a case see which of its visits came from phones, and their documents. */
@OnBothDatabases
@Tag("slow")
class CaseFromPhoneTest {
  @Parameter House house;

  @Test
  void aVisitSaysHowItCameAndShowsItsPapersByLoggedLooks() throws IOException {
    Member officer = Member.of(house, Role.CASE_MANAGER);
    SignedIn who = Staff.signedIn(officer.user());
    UUID caseId = SomeCase.in("RS").open(house, who);
    TestPhone phone = TestPhone.of(officer);
    house.clock().pass(Duration.ofMinutes(10));
    byte[] sealed = TestPhone.age(TestPaper.picture(), phone.recipient());
    UUID paper = house.get(Identifiers.class).next();
    Map<String, Object> visit =
        phone.record(
            "follow-up",
            "follow-up-short",
            TestPhone.answers(
                "contact_kind",
                "in_person",
                "feels_safe",
                Map.of("code", "rather"),
                "shoes",
                Map.of("text", "Нове ципеле")));
    visit.put("about", Map.of("case", caseId.toString()));
    visit.put("papers", List.of(TestPaper.named(paper, sealed)));
    assertThat(phone.handIn(visit).status()).isEqualTo(201);
    String all = "/protect/cases/" + caseId + "/from-phones";
    Browser browser = officer.browser();
    assertThat(browser.get("/protect/cases/" + caseId + "/side/papers").body()).contains(all);
    assertThat(browser.get(all).body())
        .contains("Visit, ", "Made", "Handed in by", "rather", "Нове ципеле", "On its way");
    assertThat(phone.piece(TestPhone.idOf(visit), paper, 0, 1, sealed).status()).isEqualTo(200);
    String look = all + "/papers/" + paper;
    assertThat(browser.get(all).body()).contains(look);
    byte[] seen = browser.bytes(look);
    assertThat(ImageIO.read(new ByteArrayInputStream(seen)).getWidth()).isEqualTo(40);
    assertThat(browser.get(look).header("Cache-Control")).contains("no-store");
    assertThat(logged("phone.record-read", caseId)).isEqualTo(2);
    assertThat(logged("phone.paper-read", caseId)).isEqualTo(2);
    Browser colleague = Member.in(house, who.organisation(), Role.CASE_MANAGER).browser();
    assertThat(colleague.get(all).status()).isEqualTo(404);
    assertThat(colleague.get(look).status()).isEqualTo(404);
    UUID another = SomeCase.in("RS").open(house, who);
    String elsewhere = "/protect/cases/" + another + "/from-phones";
    assertThat(browser.get(elsewhere).body()).contains("Nothing of this case came from a phone.");
    assertThat(browser.get(elsewhere + "/papers/" + paper).status()).isEqualTo(404);
  }

  private int logged(String action, UUID caseId) {
    return house
        .db()
        .sql(
            """
            select count(*) from audit_entry
             where action = :action and subject_kind = 'case' and subject = :case
            """)
        .param("action", action)
        .param("case", caseId)
        .query(Integer.class)
        .single();
  }
}
