package org.passerelle.steer.letter;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.ActSubject;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.approval.TwoPersonAct;
import org.passerelle.pages.Page;
import org.passerelle.refusal.Refused;
import org.passerelle.register.Derived;
import org.passerelle.register.Entry;
import org.passerelle.register.Register;
import org.passerelle.steer.letter.source.Sources;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The release of an issue, which two persons sign: a programme manager asks, and another one or a
 * member of the steering committee approves. Both approve the same four editions: a request carries
 * their digest, and is refused once they would look otherwise (decision 0137).
 */
@Component
public class LetterApproval implements TwoPersonAct {
  /** The kind of the action. */
  public static final String KIND = "letter.release";

  private final Register register;
  private final Releases releases;
  private final Sources sources;
  private final Approvals approvals;

  /**
   * One for each issue that was asked for, until the register or a campaign that it shows changes.
   */
  private final Derived<Map<String, String>> digests =
      new Derived<>(f -> new ConcurrentHashMap<>());

  LetterApproval(Register register, Releases releases, Sources sources, Approvals approvals) {
    this.register = register;
    this.releases = releases;
    this.sources = sources;
    this.approvals = approvals;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean demanded() {
    return true;
  }

  @Override
  public Set<Role> deciders() {
    return Set.of(Role.PROGRAMME_MANAGER, Role.STEERING_MEMBER);
  }

  /** Digest of the four editions as they would be released now; SHA-256. */
  public String seen(Entry letter) {
    return digests
        .of(register.facts())
        .computeIfAbsent(
            letter.id()
                + " "
                + letter.revision()
                + Composer.campaigns(sources, register.facts(), letter),
            id -> Editions.digest(register.facts(), sources, letter));
  }

  /**
   * Asks for the release of an issue.
   *
   * @param reason reason for a new version; empty for the first
   * @param seen {@linkplain #seen digest} of what the user looked at
   * @throws Refused if there is an obstacle, if the issue looks otherwise by now, if a request
   *     waits already, or if nobody could approve it
   */
  @Transactional
  public void ask(Entry letter, String reason, String seen, SignedIn who) {
    int found = releases.obstacles(letter).size();
    if (found > 0) {
      throw new Refused("letters.refused.obstacles", found);
    }
    if (!seen.equals(seen(letter))) {
      throw new Refused("letters.refused.changed");
    }
    ApprovalRequest request =
        approvals.request(
            KIND,
            new ActSubject("letter", subject(letter.id()), who.organisation(), who.organisation()),
            Map.of("letter", letter.id(), "reason", reason, "seen", seen),
            who);
    if (approvals.deciders(request).isEmpty()) {
      throw new Refused("letters.refused.nobody");
    }
  }

  /** The request that waits about an issue. */
  public Optional<ApprovalRequest> waiting(Entry letter) {
    return approvals.waiting(KIND, subject(letter.id()));
  }

  /** Whether the user may decide a request now. */
  public boolean decides(ApprovalRequest request, SignedIn who) {
    return approvals.toDecide(who).stream().anyMatch(one -> one.id().equals(request.id()));
  }

  /** The user's requests of the last thirty days, newest first. */
  public List<ApprovalRequest> asked(SignedIn who) {
    return approvals.asked(who).stream().filter(one -> one.kind().equals(KIND)).toList();
  }

  /** Whether the issue still looks as it did when the request was made. */
  public boolean fits(ApprovalRequest request, Entry letter) {
    return request.part("seen").equals(seen(letter));
  }

  @Override
  public Shown shown(ApprovalRequest request, Page page) {
    Entry letter = register.facts().find("letter", request.part("letter")).orElse(null);
    if (letter == null) {
      return new Shown(page.text("approval.say.letter.gone", request.part("letter")), "");
    }
    String issue =
        page.text(
            "letters.issue",
            letter.text("number"),
            letter.date("date").map(page.moments()::partial).orElse(""));
    String sentence =
        request.part("reason").isEmpty()
            ? page.text("approval.say.letter.release", issue)
            : page.text("approval.say.letter.again", issue, request.part("reason"));
    return new Shown(sentence, "/steer/letters/" + letter.text("number"));
  }

  @Override
  public void carryOut(ApprovalRequest request, SignedIn decidedBy) {
    prepare(request).carryOut(decidedBy);
  }

  /** Makes the editions; within the transaction it is only seen whether they are still the same. */
  @Override
  public Prepared prepare(ApprovalRequest request) {
    Entry letter = letter(request);
    if (!fits(request, letter)) {
      throw new Refused("letters.refused.changed");
    }
    Editions made = Editions.of(register.facts(), sources, letter);
    return decidedBy -> release(request, made, decidedBy);
  }

  private void release(ApprovalRequest request, Editions made, SignedIn decidedBy) {
    Entry letter = letter(request);
    if (!fits(request, letter) || !request.part("seen").equals(made.digest())) {
      throw new Refused("letters.refused.changed");
    }
    SignedIn asker = approvals.asker(request);
    if (!asker.is(Role.PROGRAMME_MANAGER)) {
      throw new Refused("approval.refused.asker-gone");
    }
    releases.release(letter, made, request.part("reason"), asker, decidedBy);
  }

  private Entry letter(ApprovalRequest request) {
    return register
        .facts()
        .find("letter", request.part("letter"))
        .orElseThrow(() -> new Refused("approval.refused.ended"));
  }

  /** Requests are about something with a UUID; issues have names. */
  private static UUID subject(String letter) {
    return UUID.nameUUIDFromBytes(("letter " + letter).getBytes(StandardCharsets.UTF_8));
  }
}
