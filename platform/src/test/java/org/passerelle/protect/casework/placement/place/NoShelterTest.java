package org.passerelle.protect.casework.placement.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.language.Days;
import org.passerelle.protect.casework.care.booking.Booking;
import org.passerelle.protect.casework.care.booking.BookingScenes;
import org.passerelle.protect.casework.care.booking.Bookings;
import org.passerelle.protect.casework.care.booking.Interpreter;
import org.passerelle.protect.casework.care.booking.Interpreters;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.compensation.Claim;
import org.passerelle.protect.casework.compensation.Claims;
import org.passerelle.protect.casework.compensation.Confiscation;
import org.passerelle.protect.casework.compensation.Confiscations;
import org.passerelle.protect.casework.compensation.Step;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.protect.casework.placement.match.PlacementRequest;
import org.passerelle.protect.casework.placement.match.Ties;
import org.passerelle.protect.casework.placement.match.Waiting;
import org.passerelle.protect.casework.placement.zone.ExclusionZone;
import org.passerelle.protect.casework.placement.zone.Zones;
import org.passerelle.protect.sharing.duty.DutyNumbers;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * What the team of a case reads, or senders of referrals, names no shelter, even if written by
 * somebody who places and works on the case as well.
 */
@OnBothDatabases
@Tag("slow")
class NoShelterTest {
  @Parameter House house;
  private SignedIn who;
  private UUID file;
  private String words;

  @BeforeEach
  void somebodyWhoAlsoPlaces() {
    who =
        house.colleague(
            Staff.organisation(house).id(),
            Role.CASE_MANAGER,
            Role.SUPERVISOR,
            Role.PLACEMENT_OFFICER);
    PlaceScenes scenes = new PlaceScenes(house);
    words = "Ask for her at " + scenes.code(scenes.place(2, who), who);
    file = SomeCase.in("RS").open(house, who);
  }

  private static void refused(String field, ThrowingCallable act) {
    assertThatThrownBy(act)
        .as(field)
        .hasMessage("placement.refused.shelter")
        .isInstanceOf(Refused.class)
        .extracting(refused -> ((Refused) refused).field())
        .isEqualTo(field);
  }

  @Test
  void neitherARequestForAPlaceNorATieNamesOne() {
    Waiting waiting = house.get(Waiting.class);
    refused("words", () -> waiting.ask(file, 1, wish(words), who));
    waiting.ask(file, 1, wish("Sleeps badly"), who);
    refused("words", () -> waiting.ask(file, 1, wish(words), who));
    UUID other = SomeCase.in("RS").open(house, who);
    String code = house.get(Cases.class).find(other, who).code();
    Ties ties = house.get(Ties.class);
    refused("reason", () -> ties.state(file, code, "apart", words, who));
    ties.state(file, code, "apart", "They fought", who);
    assertThat(ties.of(other, who)).extracting("reason").containsExactly("They fought");
  }

  private static PlacementRequest.Wish wish(String words) {
    return new PlacementRequest.Wish("male", 12, 13, List.of("sr"), List.of(), List.of(), words);
  }

  @Test
  void aZoneNamesNone() {
    refused("name", () -> zone(new ExclusionZone.Words(words, "", "", 44.8, 20.4)));
    refused("reason", () -> zone(new ExclusionZone.Words("A flat", words, "", 44.8, 20.4)));
    refused("area", () -> zone(new ExclusionZone.Words("A flat", "", words, 44.8, 20.4)));
    List<ExclusionZone.Stop> stops =
        List.of(new ExclusionZone.Stop(44.8, 20.4, ""), new ExclusionZone.Stop(44.9, 20.5, words));
    refused("stops", () -> zone(new ExclusionZone.Words("The bus", "", "", null, null, stops)));
    zone(new ExclusionZone.Words("A flat", "He lives there", "", 44.8, 20.4));
  }

  private void zone(ExclusionZone.Words its) {
    house
        .get(Zones.class)
        .add(file, new ExclusionZone.Draft("exploitation", "hand", null, 30, null, its), who);
  }

  @Test
  void neitherABookingNorTheReasonOfItsEndNamesOne() {
    refused("where", () -> booked(new Booking.Words(words, "", "")));
    refused("who_else", () -> booked(new Booking.Words("", words, "")));
    refused("note", () -> booked(new Booking.Words("", "", words)));
    UUID booking = booked(new Booking.Words("Town hall", "", ""));
    Bookings bookings = house.get(Bookings.class);
    refused("reason", () -> bookings.end(file, booking, "cancelled", words, who));
    bookings.end(file, booking, "cancelled", "She was ill", who);
  }

  private UUID booked(Booking.Words its) {
    return BookingScenes.interpretation(house, file, 5, its, who);
  }

  @Test
  void nothingOfAClaimNamesOne() {
    refused("against", () -> claim(new Claim.Words(words, "", "", "")));
    refused("office", () -> claim(new Claim.Words("", words, "", "")));
    refused("reference", () -> claim(new Claim.Words("", "", words, "")));
    refused("counsel", () -> claim(new Claim.Words("", "", "", words)));
    UUID claim = claim(new Claim.Words("A firm", "Court", "K 7", ""));
    refused("authority", () -> step(claim, new Step.Words(words, "")));
    refused("note", () -> step(claim, new Step.Words("", words)));
    refused("what", () -> asset(claim, new Confiscation.Words(words, "")));
    refused("authority", () -> asset(claim, new Confiscation.Words("A car", words)));
    step(claim, new Step.Words("", "Half of it"));
    asset(claim, new Confiscation.Words("A car", "Court"));
  }

  private UUID claim(Claim.Words its) {
    return house
        .get(Claims.class)
        .open(file, new Claim.Draft("civil_court", "RS", "EUR", its), who);
  }

  private LocalDate today() {
    return Days.newest(house.clock().instant());
  }

  private void step(UUID claim, Step.Words its) {
    house
        .get(Claims.class)
        .step(file, claim, new Step.Draft("claimed", today(), BigDecimal.TEN, null, its), who);
  }

  private void asset(UUID claim, Confiscation.Words its) {
    house
        .get(Confiscations.class)
        .enter(file, claim, new Confiscation.Draft("seized", today(), BigDecimal.TEN, its), who);
  }

  @Test
  void theNoteOnAnInterpreterNamesNone() {
    Interpreters interpreters = house.get(Interpreters.class);
    Interpreter.Words its = new Interpreter.Words("Zef Vrabac", "", words);
    refused("note", () -> interpreters.add(its, List.of("sq"), who));
  }

  @Test
  void noNumberToCallIsThatOfAShelterByItsName() {
    DutyNumbers numbers = house.get(DutyNumbers.class);
    refused("who", () -> numbers.add(words, "+381 11 222 333", true, who));
    numbers.add("Night shift", "+381 11 222 333", true, who);
  }
}
