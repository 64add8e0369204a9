package org.passerelle.prevent.tip;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.forms.Answer;
import org.passerelle.forms.answers.Answers;
import org.passerelle.protect.casework.screening.Screenings;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a tip elsewhere: a screening of this organisation, another team, a second team
 * beside this one. Nothing leaves without a basis. Thread-safe.
 */
@Service
public class TipOutcomes {
  /** On what a tip is passed on: its writer agreed, the law asks for it, somebody’s life. */
  public static final List<String> BASES = List.of("writer_agreed", "law", "vital_interests");

  /** Roles that screen. */
  static final Role[] SCREENS = {Role.FIRST_RESPONDER, Role.CASE_MANAGER, Role.SUPERVISOR};

  private static final String FORM = "screening-short";
  private static final String SUBJECT = "tip";
  private final Triage triage;
  private final TipRows rows;
  private final SecondRows seconds;
  private final TipTeams teams;
  private final Screenings screenings;
  private final AuditLog audit;
  private final Clock clock;

  TipOutcomes(
      Triage triage,
      TipRows rows,
      SecondRows seconds,
      TipTeams teams,
      Screenings screenings,
      AuditLog audit,
      Clock clock) {
    this.triage = triage;
    this.rows = rows;
    this.seconds = seconds;
    this.teams = teams;
    this.screenings = screenings;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether the user can begin a screening. */
  public static boolean screens(SignedIn who) {
    return who.is(SCREENS);
  }

  /**
   * Begins a screening with what the tip says, and closes the tip.
   *
   * @return the screening
   * @throws Refused if the user does not screen
   */
  @Transactional
  public UUID screen(SignedIn who, UUID id) {
    Tip tip = triage.ownOpen(who, id);
    if (!screens(who)) {
      throw new Refused("triage.refused.screening");
    }
    UUID screening = screenings.start(who, FORM, known(tip));
    rows.update(TipChange.of(tip).screened(screening).closed("screening", clock.instant()).done());
    audit.write(
        who, "tip.closed", SUBJECT, id, Map.of("outcome", "screening", "to", screening.toString()));
    return screening;
  }

  private Answers known(Tip tip) {
    String words =
        rows.parts(tip.id()).stream()
            .filter(part -> part.author().equals("writer"))
            .flatMap(part -> teams.open(tip.organisation(), part.sealed()).stream())
            .map(TipOutcomes::words)
            .collect(java.util.stream.Collectors.joining("\n\n"));
    Answers answers =
        words.isBlank()
            ? Answers.NONE
            : Answers.NONE.with("own_words", Answer.of(new Answer.Writing(cut(words))));
    return tip.danger() ? answers.with("danger_now", Answer.of(new Answer.Chosen("yes"))) : answers;
  }

  private static String words(TipContent content) {
    return java.util.stream.Stream.of(
            content.what(), content.where(), content.when(), content.danger())
        .filter(text -> !text.isBlank())
        .collect(java.util.stream.Collectors.joining("\n"));
  }

  private static String cut(String words) {
    int longest = 10_000;
    return words.length() > longest ? words.substring(0, longest) : words;
  }

  /**
   * Where a tip is passed on to, and why it may be.
   *
   * @param organisation one that receives tips
   * @param basis one of {@link #BASES}
   * @param reason in words, for colleagues on both sides
   */
  public record PassedOn(UUID organisation, String basis, String reason) {}

  /**
   * Gives a tip to another organisation: its parts are sealed to that team’s key, and this team no
   * longer sees it.
   *
   * @throws Refused if there is no basis, or the organisation receives none
   */
  @Transactional
  public void transfer(SignedIn who, UUID id, PassedOn to) {
    Tip tip = triage.ownOpen(who, id);
    String recipient = checked(who, tip, to);
    triage.note(tip, who, to.reason());
    for (TipPart part : rows.parts(id)) {
      TipContent content =
          teams
              .open(tip.organisation(), part.sealed())
              .orElseThrow(() -> new Refused("triage.refused.unreadable"));
      rows.reseal(part.id(), TipEnvelope.seal(content, recipient));
    }
    seconds.removeAll(id);
    Tip moved =
        TipChange.of(tip)
            .movedTo(to.organisation(), clock.instant().plus(Tip.within(tip.danger())))
            .done();
    rows.update(moved);
    audit.write(who, "tip.transferred", SUBJECT, id, detail(to));
    audit.writeByHouse(
        to.organisation(),
        "tip.arrived",
        SUBJECT,
        id,
        Map.of("danger", Boolean.toString(tip.danger()), "from", who.organisation().toString()));
  }

  /**
   * Lets another organisation read a tip from a stage on, until it is closed.
   *
   * @throws Refused if there is no basis, or the organisation receives none
   */
  @Transactional
  public void join(SignedIn who, UUID id, String stage, PassedOn to) {
    Tip tip = triage.ownOpen(who, id);
    checked(who, tip, to);
    triage.note(tip, who, to.reason());
    seconds.add(id, to.organisation(), stage, who.user());
    audit.write(who, "tip.second-added", SUBJECT, id, detail(to));
    audit.writeByHouse(
        to.organisation(),
        "tip.second-asked",
        SUBJECT,
        id,
        Map.of("from", who.organisation().toString()));
  }

  /**
   * The code of a tip of the user's own team, for an entry of the watch list made from it.
   *
   * @throws NotFound if the team has no such tip
   */
  @Transactional(readOnly = true)
  public String code(SignedIn who, UUID id) {
    String code = codes(who, List.of(id)).get(id);
    if (code == null) {
      throw new NotFound();
    }
    return code;
  }

  /** The codes of those of some tips that the user's own team has. */
  @Transactional(readOnly = true)
  public Map<UUID, String> codes(SignedIn who, List<UUID> tips) {
    return rows.codes(who.organisation(), tips);
  }

  /**
   * Writes into the log that an entry of the watch list was made from a tip.
   *
   * @throws NotFound if the team has no such tip
   */
  @Transactional
  public void watched(SignedIn who, UUID id, UUID entry) {
    boolean own =
        rows.hold(id).filter(tip -> tip.organisation().equals(who.organisation())).isPresent();
    if (!own) {
      throw new NotFound();
    }
    audit.write(who, "tip.watched", SUBJECT, id, Map.of("entry", entry.toString()));
  }

  private String checked(SignedIn who, Tip tip, PassedOn to) {
    if (to.organisation().equals(who.organisation())) {
      throw new NotFound();
    }
    if (to.basis().equals("writer_agreed") && !agreed(tip)) {
      throw new Refused("triage.refused.not-agreed");
    }
    return teams.receiving().stream()
        .filter(team -> team.organisation().equals(to.organisation()))
        .map(TipTeam::recipient)
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private boolean agreed(Tip tip) {
    return teams
        .open(tip.organisation(), rows.parts(tip.id()).get(0).sealed())
        .filter(TipContent::onward)
        .isPresent();
  }

  private static Map<String, String> detail(PassedOn to) {
    return Map.of("to", to.organisation().toString(), "basis", to.basis());
  }
}
