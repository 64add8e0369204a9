package org.passerelle.protect.casework.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.FormImports;
import org.passerelle.protect.casework.screening.Screening;
import org.passerelle.protect.casework.screening.Screenings;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.Vault;

/** The form changes while the phone is offline: what was filled in stays as it was. */
@OnBothDatabases
@Tag("slow")
class DefinitionsByPhoneTest {
  @Parameter House house;
  private String form;
  private SignedIn who;
  private TestPhone phone;

  @BeforeEach
  void aFormOfItsOwn() {
    form = "camp-" + house.get(Identifiers.class).next().toString().substring(0, 8);
    inUse(yaml(1, "met"));
    Member officer = Member.of(house, Role.FIRST_RESPONDER);
    who = Staff.signedIn(officer.user());
    phone = TestPhone.of(officer);
    house.clock().pass(Duration.ofMinutes(6));
  }

  private void inUse(String yaml) {
    SignedIn administrator = house.somebody(Role.ADMINISTRATOR);
    FormImports imports = house.get(FormImports.class);
    FormImports.Received received = imports.receive(yaml, administrator);
    assertThat(received.problems()).isEmpty();
    imports.activate(Objects.requireNonNull(received.id()), administrator);
  }

  private String yaml(int version, String question) {
    return """
        form: %s
        version: %d
        kind: screening
        title: {en: "In the camp", fr: "Au camp", sr: "У кампу"}
        about: {en: "Two minutes.", fr: "Deux minutes.", sr: "Два минута."}
        source: {title: "Passerelle, camp", licence: "Same licence as the program"}
        verification: {state: own, note: {en: "Our own.", fr: "Propre.", sr: "Сопствени."}}
        sections:
          - id: meeting
            title: {en: "The meeting", fr: "L’entretien", sr: "Сусрет"}
            questions:
              - id: %s
                type: yes-no-unknown
                required: true
                label: {en: "Met?", fr: "Vu ?", sr: "Виђено?"}
        """
        .formatted(form, version, question);
  }

  private Screening only() {
    var all = house.get(Screenings.class).list(who, true, 0, 9);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  @Test
  void whatWasFilledInByTheVersionOfBeforeIsComputedByIt() {
    Map<String, Object> record = phone.screening(form, TestPhone.answers("met", "yes"));
    byte[] sealed = phone.sealed(record);
    inUse(yaml(2, "seen"));
    assertThat(phone.handIn(TestPhone.idOf(record), sealed).status()).isEqualTo(201);
    assertThat(only().version()).isEqualTo(1);
    assertThat(only().isFinished()).isTrue();
    assertThat(house.get(Screenings.class).finished(only().id(), who).answers().codes("met"))
        .containsExactly("yes");
  }

  @Test
  void whatNobodyHereKnowsYetIsKeptAndTakenOverOnceItIsKnown() {
    String second = yaml(2, "seen");
    Map<String, Object> record = phone.screening(form, TestPhone.answers("seen", "no"));
    record.put("version", 2);
    record.put(
        "digest",
        FormDefinitions.read(Map.of("camp.yaml", second)).version(form, 2).orElseThrow().digest());
    assertThat(phone.handIn(record).status()).isEqualTo(201);
    UUID id = TestPhone.idOf(record);
    UUID key =
        house
            .db()
            .sql("select sealed_under from phone_record where id = :id")
            .param("id", id)
            .query(UUID.class)
            .single();
    SignedIn supervisor = house.colleague(who.organisation(), Role.SUPERVISOR);
    KeptRecords kept = house.get(KeptRecords.class);
    assertThatThrownBy(() -> kept.takeOver(id, supervisor.user(), supervisor))
        .isInstanceOf(Refused.class);
    inUse(second);
    kept.takeOver(id, supervisor.user(), supervisor);
    assertThat(only().version()).isEqualTo(2);
    assertThat(only().officer()).isEqualTo(who.user());
    assertThat(house.get(Vault.class).holds(key)).isFalse();
    assertThat(kept.ofOrganisation(supervisor)).isEmpty();
  }

  @Test
  void aVersionThatSaysSomethingElseIsNotTheSame() {
    Map<String, Object> record = phone.screening(form, TestPhone.answers("met", "yes"));
    record.put("digest", "0".repeat(64));
    assertThat(phone.handIn(record).status()).isEqualTo(201);
    assertThat(house.get(Screenings.class).list(who, true, 0, 9)).isEmpty();
  }
}
