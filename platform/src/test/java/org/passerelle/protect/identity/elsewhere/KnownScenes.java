package org.passerelle.protect.identity.elsewhere;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.intersection.Batch;
import org.passerelle.intersection.Birth;
import org.passerelle.intersection.Identity;
import org.passerelle.intersection.Token;
import org.passerelle.intersection.Tokens;
import org.passerelle.outbox.Outbox;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.sharing.consent.StatedBasis;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;

/** The two sides of a question whether a person is known, for tests. */
public final class KnownScenes {
  private static final Tokens TOKENS = Tokens.load();
  private final House house;

  public KnownScenes(House house) {
    this.house = house;
  }

  /** A child's file, as an officer wrote it. */
  public UUID child(String name, String birth, String asylum, SignedIn who) {
    return SomeCase.in("RS")
        .named(name)
        .born(birth)
        .minor("yes")
        .nationalities("AL")
        .asylum(asylum)
        .open(house, who);
  }

  public void findable(UUID caseId, SignedIn who, UUID... by) {
    house.get(Findability.class).set(caseId, List.of(by), who);
  }

  /** Asks on the basis of the law. */
  public Question ask(UUID caseId, UUID partner, @Nullable LocalDate until, SignedIn who) {
    return ask(caseId, partner, new StatedBasis.Choice("law", "Art. 5", null), until, who);
  }

  public Question ask(
      UUID caseId,
      UUID partner,
      StatedBasis.Choice basis,
      @Nullable LocalDate until,
      SignedIn who) {
    questions().ask(caseId, new Questions.Draft(List.of(partner), "matching", basis, until), who);
    return question(caseId, who);
  }

  public Questions questions() {
    return house.get(Questions.class);
  }

  /** The most recent question about a case. */
  public Question question(UUID caseId, SignedIn who) {
    return questions().of(caseId, who).get(0);
  }

  public List<Hit> hits(SignedIn who) {
    return house.get(Hits.class).of(who);
  }

  public void decide(Hit hit, String band, SignedIn who) {
    house
        .get(Hits.class)
        .decide(
            hit.id(),
            band,
            band.equals("none") ? "" : "Ms K., +30 00 000 001",
            new StatedBasis.Choice("law", "Art. 7", null),
            who);
  }

  /** Whether every received question was compared. */
  public boolean compared(UUID question) {
    return count("select count(*) from known_asked where id = :id", question) == 1
        && count("select count(*) from known_marks where question = :id", question) == 0;
  }

  public int count(String sql, UUID id) {
    return house.db().sql(sql).param("id", id).query(Integer.class).single();
  }

  public LocalDate today() {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
  }

  /** Processes rounds, questions and answers now instead of on schedule. */
  public void work() {
    house.get(QuestionProcessing.class).whenDue();
  }

  /** Simulates a restart: everything held in memory only is lost. */
  public void forgetRounds(UUID far) {
    DaySecrets secrets = house.get(DaySecrets.class);
    secrets.allAsked().stream()
        .filter(a -> a.pair.far().equals(far))
        .forEach(a -> secrets.forgetAsked(a.round));
  }

  /** Whether the asker can ask now. */
  public boolean ready(UUID organisation, UUID far) {
    return house
        .get(DaySecrets.class)
        .asking(new DaySecrets.Pair(organisation, far), today())
        .filter(DaySecrets.Asking::ready)
        .isPresent();
  }

  /**
   * An attacker with all keys of the asker's node asks for names, bypassing every page and limit, a
   * hundred per message.
   */
  public void dictionary(UUID organisation, UUID far, List<String> names, int year) {
    DaySecrets.Asking round =
        house
            .get(DaySecrets.class)
            .asking(new DaySecrets.Pair(organisation, far), today())
            .orElseThrow();
    Identifiers identifiers = house.get(Identifiers.class);
    for (int from = 0; from < names.size(); from += 100) {
      List<org.passerelle.intersection.Question> some = new ArrayList<>();
      for (String name : names.subList(from, from + 100)) {
        some.add(
            new org.passerelle.intersection.Question(
                identifiers.next().toString(),
                TOKENS
                    .ofQuestion(new Identity(List.of(name), Birth.in(year), List.of(), List.of()))
                    .stream()
                    .limit(2)
                    .toList()));
      }
      put(organisation, far, round, round.side.ask(some));
    }
  }

  /** One question with these tokens, bypassing every page of the asker's node. */
  public UUID question(UUID organisation, UUID far, List<Token> tokens) {
    DaySecrets.Asking round =
        house
            .get(DaySecrets.class)
            .asking(new DaySecrets.Pair(organisation, far), today())
            .orElseThrow();
    UUID id = house.get(Identifiers.class).next();
    put(
        organisation,
        far,
        round,
        round.side.ask(List.of(new org.passerelle.intersection.Question(id.toString(), tokens))));
    return id;
  }

  private void put(UUID organisation, UUID far, DaySecrets.Asking round, Batch batch) {
    house.inTransaction(
        () ->
            house
                .get(Outbox.class)
                .put(
                    KnownMessages.outgoing(
                        KnownMessages.ASKED,
                        house.get(Identifiers.class).next(),
                        organisation,
                        far,
                        new KnownMessages.Asked(
                            round.round,
                            "matching",
                            "law",
                            null,
                            batch.questions().stream()
                                .map(
                                    q ->
                                        new KnownMessages.Marked(
                                            UUID.fromString(q.id()),
                                            KnownMessages.text(q.nonce()),
                                            KnownMessages.text(q.marks()),
                                            null))
                                .toList()))));
  }

  /** Cases that an organisation may find. */
  public static List<UUID> open(House house, UUID organisation, UUID asker) {
    return house.get(Findability.class).open(organisation, asker).stream()
        .map(Findability.Open::caseId)
        .toList();
  }

  /** An adult whom both sides know. */
  public UUID adult(String name, SignedIn who) {
    return SomeCase.in("RS").named(name).born("1990-11-23").nationalities("AL").open(house, who);
  }
}
