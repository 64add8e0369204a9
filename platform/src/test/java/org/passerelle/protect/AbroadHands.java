package org.passerelle.protect;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.identity.elsewhere.Findability;
import org.passerelle.protect.identity.elsewhere.Hit;
import org.passerelle.protect.identity.elsewhere.Hits;
import org.passerelle.protect.identity.elsewhere.Question;
import org.passerelle.protect.identity.elsewhere.Questions;
import org.passerelle.protect.sharing.consent.ConsentDraft;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.StatedBasis;
import org.passerelle.protect.sharing.handover.CrossBorderHandOvers;
import org.passerelle.protect.sharing.handover.RecordedStep;
import org.passerelle.protect.sharing.handover.Step;
import org.passerelle.protect.sharing.letterbox.Guest;
import org.passerelle.protect.sharing.letterbox.GuestActs;
import org.passerelle.protect.sharing.letterbox.SenderView;
import org.passerelle.protect.sharing.letterbox.Visits;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;

/**
 * Random acts across the border: hand-overs to an organisation and to a letterbox, and questions
 * whether somebody is known. A hand-over to an organisation is also a referral: {@link
 * ExchangeHands} answers, revokes and opens it like any other.
 */
final class AbroadHands {
  private static final String PURPOSE = "protection_and_placement";
  private static final List<String> FIELDS = List.of("known_as", "age", "gender");
  private static final List<Step> STEPS =
      List.of(
          Step.RISK,
          Step.FAMILY_TRACING,
          Step.TRAVEL,
          Step.RECEPTION,
          Step.DEPARTED,
          Step.ARRIVED,
          Step.NOT_ARRIVED,
          Step.FOUND,
          Step.REINTEGRATION);
  private final House house;
  private final HandsWorld world;
  private final Judge judge;
  private final Random random;

  AbroadHands(House house, HandsWorld world, Judge judge, Random random) {
    this.house = house;
    this.world = world;
    this.judge = judge;
    this.random = random;
  }

  void act() {
    switch (random.nextInt(16)) {
      case 0, 1 -> give(world.organisations.get(1 + random.nextInt(2)));
      case 2, 3 -> give(world.letterbox);
      case 4 -> takeInHand();
      case 5, 6, 7 -> step();
      case 8 -> close();
      case 9, 10, 11, 12 -> guest();
      case 13 -> find();
      default -> question();
    }
  }

  private void give(HandsWorld.Organisation to) {
    HandsWorld.File file = world.any(random, world.files);
    SignedIn who = file.manager();
    UUID consent =
        house
            .get(Consents.class)
            .record(
                file.id(),
                new ConsentDraft(
                    true,
                    PURPOSE,
                    to.id(),
                    Set.of("identity", "case"),
                    "adult",
                    null,
                    "sq",
                    false,
                    null,
                    today(),
                    today().plusMonths(6),
                    ""),
                who);
    HandsWorld.Basis basis = new HandsWorld.Basis(consent, file, to, true);
    world.bases.add(basis);
    UUID id =
        house
            .get(CrossBorderHandOvers.class)
            .begin(
                file.id(),
                new CrossBorderHandOvers.Draft(
                    to.id(),
                    PURPOSE,
                    random.nextBoolean(),
                    house.clock().instant().plus(Duration.ofDays(1)),
                    house.clock().instant().plus(Duration.ofDays(7)),
                    "Please look for an aunt",
                    random.nextBoolean()),
                who);
    HandsWorld.Sent sent = new HandsWorld.Sent(id, basis);
    boolean lies = to.equals(world.letterbox);
    (lies ? world.lying : world.sent).add(sent);
    world.handOvers.add(sent);
    house.get(Referrals.class).choose(id, FIELDS, consent, who);
    house.get(Referrals.class).send(id, who);
    judge.did(lies ? "hand-over to a letterbox" : "hand-over");
  }

  private void takeInHand() {
    if (!world.handOvers.isEmpty()) {
      HandsWorld.Sent sent = world.any(random, world.handOvers);
      house.get(CrossBorderHandOvers.class).acknowledge(sent.id(), "Duty officer", receiver(sent));
      judge.did("in hand");
    }
  }

  private void step() {
    if (!world.handOvers.isEmpty()) {
      HandsWorld.Sent sent = world.any(random, world.handOvers);
      boolean sends = random.nextBoolean();
      SignedIn who = sends ? sent.basis().file().manager() : receiver(sent);
      house.get(CrossBorderHandOvers.class).record(sent.id(), draft(), who);
      judge.did(sends ? "step of the giver" : "step of the receiver");
    }
  }

  private RecordedStep.Draft draft() {
    Step step = world.any(random, STEPS);
    boolean planned = step == Step.TRAVEL;
    RecordedStep.Details said =
        new RecordedStep.Details(
            step == Step.RISK ? "safe" : "",
            "",
            planned ? "road" : "",
            planned ? "social_worker" : "",
            planned ? "border_crossing" : "",
            planned ? "At the barrier" : "",
            "so it was");
    return new RecordedStep.Draft(
        step,
        planned ? "planned" : "done",
        planned ? today().plusDays(5) : today(),
        planned ? said.at("10:30") : said);
  }

  private void close() {
    if (!world.handOvers.isEmpty()) {
      HandsWorld.Sent sent = world.any(random, world.handOvers);
      house.get(CrossBorderHandOvers.class).close(sent.id(), "not_possible", receiver(sent));
      judge.did("hand-over closed");
    }
  }

  private SignedIn receiver(HandsWorld.Sent sent) {
    List<SignedIn> all = sent.basis().recipient().managers();
    if (all.isEmpty()) {
      throw new NotFound();
    }
    return world.any(random, all);
  }

  /** Acts as the guest of the letterbox; now and then the sender revokes what is in it. */
  private void guest() {
    if (world.lying.isEmpty()) {
      return;
    }
    HandsWorld.Sent sent = world.any(random, world.lying);
    UUID once = house.get(Identifiers.class).next();
    GuestActs acts = house.get(GuestActs.class);
    switch (random.nextInt(9)) {
      case 7 -> acts.confirm(sent.id(), once, "");
      case 0 -> acts.acknowledge(sent.id(), once, "Office in Prizren");
      case 1, 2 -> acts.answer(sent.id(), once, "", "");
      case 3 -> acts.answer(sent.id(), once, "no_capacity", "Nobody is free.");
      case 4 -> read(sent);
      case 5 -> acts.step(sent.id(), once, draft());
      case 6 -> {
        house
            .get(Referrals.class)
            .revoke(sent.id(), "It is no longer needed.", sent.basis().file().manager());
        judge.ended(sent.id());
      }
      default -> {
        acts.write(sent.id(), once, "An aunt was found");
        judge.abroad().wrote(sent.id());
        // sent twice, as by a double tap
        acts.write(sent.id(), once, "An aunt was found");
      }
    }
    judge.did("in the letterbox");
  }

  /** Enters with link and code; a second code ends the first visit. */
  private void read(HandsWorld.Sent sent) {
    SignedIn who = sent.basis().file().manager();
    SenderView view = house.get(SenderView.class);
    String code = view.newCode(sent.id(), who);
    Visits visits = house.get(Visits.class);
    long began = judge.now();
    Guest guest = visits.enter(view.newLink(sent.id(), who), code);
    visits.of(guest).ifPresent(lying -> judge.abroad().lay(sent, visits.read(lying), began));
  }

  private void find() {
    HandsWorld.File file = world.any(random, world.known);
    boolean opens = random.nextInt(3) > 0;
    house
        .get(Findability.class)
        .set(
            file.id(),
            opens ? List.of(world.organisations.get(0).id()) : List.of(),
            file.manager());
    judge.did(opens ? "may be found" : "may not be found");
  }

  private void question() {
    HandsWorld.File file = world.any(random, world.asked);
    SignedIn who = file.manager();
    switch (random.nextInt(6)) {
      case 0, 1 -> {
        house
            .get(Questions.class)
            .ask(
                file.id(),
                new Questions.Draft(
                    List.of(world.known.get(0).organisation().id()),
                    "matching",
                    new StatedBasis.Choice("law", "Art. 5", null),
                    null),
                who);
        judge.did("question");
      }
      case 2 -> {
        List<Question> all = house.get(Questions.class).of(file.id(), who);
        if (!all.isEmpty()) {
          house.get(Questions.class).end(file.id(), all.get(0).id(), who);
          judge.did("question ended");
        }
      }
      case 3 -> {
        if (world.compare()) {
          judge.did("compared");
        }
      }
      default -> decide();
    }
  }

  private void decide() {
    SignedIn who = world.any(random, world.known.get(0).organisation().managers());
    List<Hit> hits = house.get(Hits.class).of(who);
    if (!hits.isEmpty()) {
      Hit hit = world.any(random, hits);
      boolean told = random.nextBoolean();
      house
          .get(Hits.class)
          .decide(
              hit.id(),
              told ? "likely" : "none",
              told ? "Ms K., +381 00 000 001" : "",
              told ? new StatedBasis.Choice("law", "Art. 7", null) : null,
              who);
      judge.did("told of a hit");
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
  }
}
