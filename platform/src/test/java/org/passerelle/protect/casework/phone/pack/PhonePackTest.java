package org.passerelle.protect.casework.phone.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.answers.Submissions;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.partner.EmergencyNumbers;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pack states its owner, and is valid only once its use is stored. */
@OnBothDatabases
@Tag("slow")
class PhonePackTest {
  private static final JsonMapper JSON = new JsonMapper();
  @Parameter House house;

  @Test
  void theOrganisationIsNamedInEveryLanguage() {
    Member member = Member.of(house, Role.FIRST_RESPONDER);
    Organisation organisation =
        house.get(Organisations.class).find(member.user().organisation()).orElseThrow();
    JsonNode pack = JSON.readTree(member.browser().get("/phone/pack").body());
    for (Language language : house.get(Languages.class).all()) {
      assertThat(pack.required("organisation").required(language.tag()).asString())
          .isEqualTo(organisation.name().in(language));
      assertThat(pack.required("packs").has(language.tag())).isTrue();
    }
    String have = "/phone/pack?have=" + pack.required("digest").asString();
    assertThat(member.browser().get(have).status()).isEqualTo(204);
  }

  @Test
  void whatWasRolledBackIsPackedAgain() {
    PhonePack packs =
        new PhonePack(
            house.get(FormDefinitions.class),
            house.get(Submissions.class),
            house.get(Languages.class),
            house.get(EmergencyNumbers.class));
    AtomicReference<PhonePack.Packed> lost = new AtomicReference<>();
    assertThatThrownBy(
            () ->
                house.inTransaction(
                    () -> {
                      lost.set(packs.now());
                      throw new IllegalStateException("rolled back");
                    }))
        .hasMessage("rolled back");
    PhonePack.Packed kept = house.inTransaction(packs::now);
    assertThat(kept).isEqualTo(lost.get()).isNotSameAs(lost.get());
    assertThat(house.inTransaction(packs::now)).isSameAs(kept);
  }
}
