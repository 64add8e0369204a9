package org.passerelle.protect.sharing.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Moved;
import org.passerelle.storage.OnBothDatabases;

/** Everything that belongs to a case is transferred, and pending exchanges with others continue. */
@OnBothDatabases
@Tag("postgresql")
class MovedFilesTest {
  private static final Pattern CHANGED =
      Pattern.compile("(?s)^(?:update|insert into|delete from) (\\w+).*");

  /** Tables about a person that name an organisation and stay with it, each with the reason. */
  private static final List<String> STAYS =
      List.of(
          // what was given was given by whoever had the case then
          "disclosure",
          // the team that placed keeps the bed: its address is not for the organisation that takes
          // over
          "stay",
          "place_bed",
          // a tip stays with the team that reads it, also where a screening came of it
          "tip",
          "tip_second",
          // the desk is the organisation's; erasure finds its copy by the case
          "desk_screening",
          "desk_signature",
          // what was asked and answered under other names goes on by MovedOrders
          "arriving_dossier",
          "known_asked",
          // made anew by whoever keeps it
          "case_due",
          "possible_duplicate",
          // acts of colleagues, sealed under the case
          "approval_request",
          "audit_entry",
          "erasure",
          "case_export",
          "import_columns",
          // says itself between whom
          "case_transfer");

  @Parameter House house;

  /** What the rooms would change of a file that holds nothing. */
  private List<String> statements() {
    UUID nobody = house.get(Identifiers.class).next();
    List<String> all = new ArrayList<>();
    return house.inTransaction(
        () -> {
          house.all(Holdings.class).forEach(room -> room.move(new Noted(nobody, all)));
          return all;
        });
  }

  /** Changes nothing. */
  private record Noted(UUID to, List<String> all) implements Moved {
    @Override
    public Erased whole() {
      return new Erased(to, Set.of(), List.of(), List.of(), List.of(), List.of());
    }

    @Override
    public int rows(String sql, Collection<UUID> ids) {
      all.add(sql.strip());
      return 0;
    }
  }

  @Test
  void everyTableAboutAPersonThatNamesAnOrganisationMovesOrSaysWhyNot() {
    Set<String> about = new HashSet<>();
    house
        .all(Holdings.class)
        .forEach(
            room ->
                room.tables().stream()
                    .filter(Holdings.Table::holds)
                    .forEach(table -> about.add(table.name())));
    Set<String> named =
        new TreeSet<>(
            house
                .db()
                .sql(
                    """
                    select lower(table_name) from information_schema.columns
                     where lower(column_name) = 'organisation'
                    """)
                .query(String.class)
                .list());
    named.retainAll(about);
    // through their own services
    named.removeAll(List.of("person", "protect_case"));
    statements().forEach(sql -> named.remove(CHANGED.matcher(sql).replaceFirst("$1")));
    named.removeAll(STAYS);
    assertThat(named).isEmpty();
  }

  /** A column added later is not left behind. */
  @Test
  void whatIsWrittenAnewKeepsEveryColumn() {
    String copy =
        statements().stream()
            .filter(sql -> sql.startsWith("insert into hand_over\n"))
            .findFirst()
            .orElseThrow();
    assertThat(
            house
                .db()
                .sql(
                    """
                    select lower(column_name) from information_schema.columns
                     where lower(table_name) = 'hand_over' and lower(column_name) <> 'organisation'
                    """)
                .query(String.class)
                .list())
        .hasSizeGreaterThan(15)
        .allSatisfy(
            column ->
                assertThat(copy.split("\\b" + column + "\\b", -1).length)
                    .as(column)
                    .isGreaterThanOrEqualTo(3));
  }

  @Test
  void aReferralThatIsOpenIsAnsweredToWhoeverHasTheCaseNow() {
    ReferralScenes referrals = new ReferralScenes(house);
    ReferralScenes.Scene clinic = referrals.scene("RS", "ngo", "RS", "health");
    UUID basis = referrals.consent(clinic, Set.of("identity", "case"), "adult", null);
    UUID id = referrals.sent(clinic, basis);
    referrals.deliver();
    TransferScenes scenes = moved(clinic);
    ReceivedReferrals received = house.get(ReceivedReferrals.class);
    assertThat(received.find(id, clinic.recipient()).sender())
        .isEqualTo(clinic.sender().organisation());
    received.accept(id, clinic.recipient());
    referrals.deliver();
    assertThat(house.get(Referrals.class).find(id, scenes.taker()).state()).isEqualTo("accepted");

    house.get(Referrals.class).write(id, "Thank you", scenes.taker());
    referrals.deliver();
    assertThat(received.messages(id, clinic.recipient())).hasSize(1);
    house.get(Consents.class).withdraw(clinic.caseId(), basis, scenes.taker());
    referrals.deliver();
    assertThat(received.find(id, clinic.recipient()).withdrawnAt()).isNotNull();
    house
        .get(WithdrawalAnswers.class)
        .forbidden(
            id,
            new WithdrawalAnswers.Draft("court_order", "Order 7/2026", null),
            clinic.recipient());
    referrals.deliver();
    assertThat(house.get(Referrals.class).find(id, scenes.taker()).withdrawalAcknowledgedAt())
        .isNotNull();
  }

  @Test
  void aCaseThatCameByAReferralIsTakenBackWhereItIsNow() {
    ReferralScenes referrals = new ReferralScenes(house);
    ReferralScenes.Scene origin = referrals.scene("RS", "ngo", "RS", "ngo");
    UUID basis = referrals.consent(origin, Set.of("identity", "case"), "adult", null);
    UUID id = referrals.sent(origin, basis);
    referrals.deliver();
    UUID caseId = house.get(ReceivedReferrals.class).accept(id, origin.recipient());
    ReferralScenes.Scene here =
        new ReferralScenes.Scene(
            origin.recipient(), referrals.scene("RS", "ngo", "RS", "ngo").recipient(), caseId);
    house
        .db()
        .sql("update received_referral set onward = true where id = :id")
        .param("id", id)
        .update();
    TransferScenes scenes = moved(here);
    house.get(Consents.class).withdraw(origin.caseId(), basis, origin.sender());
    referrals.deliver();
    assertThat(house.get(ReceivedReferrals.class).find(id, scenes.taker()).withdrawnAt())
        .isNotNull();
    house
        .get(WithdrawalAnswers.class)
        .forbidden(
            id, new WithdrawalAnswers.Draft("court_order", "Order 7/2026", null), scenes.taker());
    referrals.deliver();
    assertThat(house.get(Referrals.class).find(id, origin.sender()).withdrawalAcknowledgedAt())
        .isNotNull();
  }

  @Test
  void whoActsForThePersonGoesAlong() {
    TransferScenes scenes = new TransferScenes(house);
    UUID guardian = ReferralScenes.guardian(house, scenes.caseId(), false, true, scenes.sender());
    scenes.accepted();
    assertThat(
            house
                .db()
                .sql("select organisation from guardian_mandate where id = :id")
                .param("id", guardian)
                .query(UUID.class)
                .single())
        .isEqualTo(scenes.there());
  }

  @Test
  void erasureLeavesNothingOnEitherSide() {
    TransferScenes scenes = new TransferScenes(house);
    UUID id = scenes.accepted();
    var cases = house.get(Cases.class);
    UUID person = cases.find(scenes.caseId(), scenes.taker()).person().id();
    house
        .get(org.passerelle.protect.safeguards.erasure.Erasures.class)
        .erase(
            person,
            scenes.there(),
            "asked_by_person",
            house.get(Identifiers.class).next(),
            scenes.supervisorThere());
    assertThat(scenes.transfers().gaveAway(scenes.caseId(), scenes.sender())).isEmpty();
    assertThat(scenes.transfers().given(scenes.sender(), 9)).isEmpty();
    assertThat(
            house
                .db()
                .sql("select count(*) from case_transfer where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single())
        .isZero();
    new ReferralScenes(house).deliver();
    assertThat(
            house
                .db()
                .sql("select count(*) from outbox_message where order_key = :id")
                .param("id", id)
                .query(Integer.class)
                .single())
        .isZero();
  }

  private TransferScenes moved(ReferralScenes.Scene of) {
    ReferralScenes.Scene to =
        new ReferralScenes.Scene(
            of.sender(),
            new ReferralScenes(house).scene("RS", "ngo", "RS", "ngo").recipient(),
            of.caseId());
    TransferScenes scenes = new TransferScenes(house, to);
    try {
      scenes.accepted();
    } catch (Refused why) {
      throw new AssertionError(why.key(), why);
    }
    return scenes;
  }
}
