package org.passerelle.prosecute.courtfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.prosecute.RoomForms;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.exhibit.ExhibitScenes;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.EndedWork;

/** A prosecutor compiles and saves a case file by forms, under password and second factor. */
@OnBothDatabases
@Tag("slow")
class CourtFilePagesTest {
  @Parameter House house;

  @Test
  void aCaseFileIsCompiledListedAndSaved() {
    Member member = Member.of(house, Role.PROSECUTOR);
    SignedIn who = Staff.signedIn(member.user());
    UUID id = new Scenes(house).begun(who).id();
    String at = CourtFiles.at(id);
    house.clock().pass(Duration.ofMinutes(20));
    RoomForms all = new RoomForms(member.browser(), at);
    assertThat(all.shown()).contains("No case file yet", "No exhibit has been taken in.");
    UUID exhibit =
        new ExhibitScenes(house).held(id, "seen\n".getBytes(StandardCharsets.UTF_8), who);
    new CourtFileScenes(house).seal(who);
    assertThat(all.shown()).contains(at + "/confirm").doesNotContain("id=\"reference\"");
    member.browser().post(at + "/confirm");
    member.nextCode();
    assertThat(member.confirm(member.browser()).location()).isEqualTo(at);
    assertThat(all.shown())
        .contains("value=\"" + exhibit + "\" checked", "Directive 2011/36/EU, article 8");
    all.isTold("This is needed to go on.", "", "language", "en", "currentPassword", "x");
    String[] filled = {
      "title",
      "The quay ring",
      "reference",
      "12/26",
      "language",
      "en",
      "versions",
      "defence",
      "exhibits",
      exhibit.toString(),
      "judged",
      "money",
      "currentPassword",
      Member.PASSWORD
    };
    all.isTold("Nobody has decided whether the defence gets", "", filled);
    filled[7] = "prosecution";
    all.shown();
    Browser.Answer begun = member.browser().post(at, filled);
    assertThat(begun.location()).startsWith("/work/");
    EndedWork.of(
        house.get(BackgroundWork.class),
        UUID.fromString(begun.location().substring("/work/".length())),
        who);
    assertThat(member.browser().get(begun.location()).body())
        .contains("Compiling a case file", "1 exhibit", "See the case files");
    CourtFile file = house.get(CourtFiles.class).of(id, who).get(0);
    assertThat(all.shown()).contains("Case file 1, prosecution", "1 of 1 exhibit inside");
    String one = at + "/" + file.id();
    assertThat(member.browser().get(one).body())
        .contains(file.whole().sha512(), file.digestOfAll(), one + "/container", who.name());
    var container = member.browser().whole(one + "/container");
    assertThat(container.body()).hasSize((int) file.whole().size());
    assertThat(container.headers().firstValue("Content-Type"))
        .contains("application/vnd.etsi.asic-e+zip");
    assertThat(container.headers().firstValue("Content-Disposition").orElse(""))
        .contains("case-file-1-prosecution.asice");
    Member investigator = Member.in(house, who.organisation(), Role.INVESTIGATOR);
    house.get(InvestigationTeam.class).add(id, investigator.user().id(), null, who);
    assertThat(investigator.browser().get(at).body())
        .contains("Case file 1, prosecution")
        .doesNotContain("/confirm", "id=\"reference\"");
    assertThat(investigator.browser().get(one).body()).doesNotContain("/container");
    assertThat(investigator.browser().get(one + "/container").status()).isEqualTo(404);
    assertThat(investigator.browser().get(begun.location()).status()).isEqualTo(404);
    Member outside = Member.in(house, who.organisation(), Role.PROSECUTOR);
    for (String path : new String[] {at, one, one + "/container"}) {
      assertThat(outside.browser().get(path).status()).as(path).isEqualTo(404);
    }
  }
}
