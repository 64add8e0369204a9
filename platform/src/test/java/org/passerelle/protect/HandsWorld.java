package org.passerelle.protect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.approval.Approvals;
import org.passerelle.outbox.Deliveries;
import org.passerelle.protect.casework.cases.CaseStates;
import org.passerelle.protect.identity.elsewhere.Findability;
import org.passerelle.protect.identity.elsewhere.KnownScenes;
import org.passerelle.protect.identity.elsewhere.Question;
import org.passerelle.protect.identity.elsewhere.Questions;
import org.passerelle.protect.sharing.letterbox.LetterboxScenes;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.storage.House;

/** Three organisations with staff and cases, and the messages between them. */
final class HandsWorld {
  static final int CASES = 60;

  private static final int CHILDREN = 8;

  /** Text of a dossier about the person, to be searched for where it must have been deleted. */
  static final String KNOWN_AS = "Lumi";

  final List<Organisation> organisations = new ArrayList<>();
  final List<File> files = new CopyOnWriteArrayList<>();
  final List<Sent> sent = new CopyOnWriteArrayList<>();
  final List<Basis> bases = new CopyOnWriteArrayList<>();

  /** Sent hand-overs, and dossiers in a letterbox. */
  final List<Sent> handOvers = new CopyOnWriteArrayList<>();

  final List<Sent> lying = new CopyOnWriteArrayList<>();

  /** An organisation without users; a guest reads its letterbox. */
  final Organisation letterbox;

  /** Files of two organisations, each pair about the same child. */
  final List<File> asked = new ArrayList<>();

  final List<File> known = new ArrayList<>();
  private final ReentrantLock comparing = new ReentrantLock();
  private final House house;

  HandsWorld(House house) {
    this.house = house;
    for (int i = 0; i < 3; i++) {
      UUID id = Staff.organisation(house).id();
      organisations.add(
          new Organisation(
              id,
              List.of(person(id, Role.CASE_MANAGER), person(id, Role.CASE_MANAGER)),
              List.of(person(id, Role.SUPERVISOR), person(id, Role.SUPERVISOR)),
              List.of(
                  person(id, Role.DATA_PROTECTION_OFFICER),
                  person(id, Role.DATA_PROTECTION_OFFICER))));
    }
    Organisation first = organisations.get(0);
    house
        .get(Approvals.class)
        .choose(house.colleague(first.id, Role.SUPERVISOR), CaseStates.CLOSE, true);
    for (int i = 0; i < CASES; i++) {
      SignedIn manager = first.managers.get(i % 2);
      files.add(new File(open(manager), first, manager));
    }
    letterbox = new Organisation(LetterboxScenes.letterbox(house), List.of(), List.of(), List.of());
    for (int i = 0; i < CHILDREN; i++) {
      asked.add(child(i, "Џемиле Мустафа", first));
      known.add(child(i, "Xhemile Mustafa", organisations.get(1)));
    }
  }

  private File child(int number, String name, Organisation organisation) {
    SignedIn manager = organisation.managers.get(number % 2);
    UUID id =
        new KnownScenes(house)
            .child(name, LocalDate.of(2011, 5, 1 + number).toString(), "none", manager);
    return new File(id, organisation, manager);
  }

  /** Stops questions and findability, because other tests of this installation have their own. */
  void quiet() {
    Questions questions = house.get(Questions.class);
    for (File file : asked) {
      questions.of(file.id(), file.manager()).stream()
          .filter(Question::open)
          .forEach(one -> questions.end(file.id(), one.id(), file.manager()));
    }
    known.forEach(file -> house.get(Findability.class).set(file.id(), List.of(), file.manager()));
    house.get(Deliveries.class).deliverDue();
  }

  /** Runs scheduled work, which never runs twice at once; false if it is already running. */
  boolean compare() {
    if (!comparing.tryLock()) {
      return false;
    }
    try {
      house.runSchedules();
      return true;
    } finally {
      comparing.unlock();
    }
  }

  private SignedIn person(UUID organisation, Role role) {
    return Staff.signedIn(Staff.user(house, organisation, role).user());
  }

  UUID open(SignedIn manager) {
    return ReferralScenes.file().safe("not_known").knownAs(KNOWN_AS).open(house, manager);
  }

  /** Lifts every halt, so that only messages without a halt can wait. */
  void haltNobody() {
    Deliveries deliveries = house.get(Deliveries.class);
    organisations.forEach(to -> deliveries.hold(to.id(), false, files.get(0).manager()));
  }

  /** Number of messages that wait for one of its organisations; other tests have their own. */
  int waiting() {
    return house
        .db()
        .sql(
            "select count(*) from outbox_message where state = 'queued' and recipient in (:organisations)")
        .param(
            "organisations",
            Stream.concat(organisations.stream(), Stream.of(letterbox))
                .map(Organisation::id)
                .toList())
        .query(Integer.class)
        .single();
  }

  /** Whether somebody is on the team of a case now. */
  boolean onTeam(File file, SignedIn who) {
    return house
            .db()
            .sql("select count(*) from case_member where case_id = :id and user_id = :user")
            .param("id", file.id())
            .param("user", who.user())
            .query(Integer.class)
            .single()
        > 0;
  }

  <T> T any(Random random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** An organisation with its users. */
  record Organisation(
      UUID id, List<SignedIn> managers, List<SignedIn> supervisors, List<SignedIn> officers) {}

  /** A case with the user who opened it. */
  record File(UUID id, Organisation organisation, SignedIn manager) {}

  /** A consent or a legal basis. */
  record Basis(UUID id, File file, Organisation recipient, boolean consent) {}

  /** A drafted referral. */
  record Sent(UUID id, Basis basis) {}
}
