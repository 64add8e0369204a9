package org.passerelle.steer.letter.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.passerelle.steer.letter.Composer;
import org.passerelle.steer.letter.LetterApproval;
import org.passerelle.steer.letter.Releases;
import org.springframework.stereotype.Component;

/**
 * Reminds the programme manager of issues that are begun and not released, and tells them what a
 * second person decided, and which issues others released or withdrew. The second person is told by
 * their approvals.
 */
@Component
class LetterToday implements Today {
  private static final Duration WEEK = Duration.ofDays(7);

  private final Register register;
  private final Releases releases;
  private final LetterApproval approval;

  LetterToday(Register register, Releases releases, LetterApproval approval) {
    this.register = register;
    this.releases = releases;
    this.approval = approval;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    if (!who.is(Role.PROGRAMME_MANAGER)) {
      return List.of();
    }
    Facts facts = register.facts();
    // an issue that was released is changed now and then, and released again
    Set<String> released =
        releases.current().stream().map(Releases.Release::letter).collect(Collectors.toSet());
    // the last request about each issue says how it stands
    Map<String, ApprovalRequest> asked =
        approval.asked(who).stream()
            .collect(Collectors.toMap(one -> one.part("letter"), one -> one, (last, one) -> last));
    return facts.all("letter").stream()
        .filter(letter -> !Composer.blocks(facts, letter).isEmpty())
        .flatMap(
            letter -> {
              ApprovalRequest last = asked.get(letter.id());
              // what was approved and is withdrawn since is no news any more
              boolean gone =
                  last != null
                      && last.state() == ApprovalRequest.State.APPROVED
                      && !released.contains(letter.id());
              ApprovalRequest request = gone ? null : last;
              boolean draft =
                  !letter.text("state").equals("released") && !released.contains(letter.id());
              return draft || (request != null && isTold(request, page))
                  ? Stream.of(item(letter, request, page))
                  : Stream.empty();
            })
        .toList();
  }

  @Override
  public List<Item> changes(Instant since, SignedIn who, Page page) {
    Facts facts = register.facts();
    return releases.since(since, who).stream()
        .limit(CHANGES)
        .map(
            release -> {
              Releases.Withdrawn withdrawn = release.withdrawn().orElse(null);
              String number = Integer.toString(release.number());
              String issue =
                  facts
                      .find("letter", release.letter())
                      .map(letter -> issue(letter, page))
                      .orElse(number);
              return Item.news(
                  withdrawn == null ? release.at() : withdrawn.at(),
                  page.text(
                      withdrawn == null ? "letters.change.released" : "letters.change.withdrawn",
                      issue,
                      release.version()),
                  withdrawn == null
                      ? page.texts().series(List.of(release.byName(), release.approvedName()))
                      : withdrawn.byName(),
                  "/steer/letters/" + number,
                  page.text("letters.today.open"));
            })
        .toList();
  }

  private static String issue(Entry letter, Page page) {
    String month = letter.date("date").map(page.moments()::partial).orElse("");
    return page.text("letters.issue", letter.text("number"), month);
  }

  /** A request about an issue that was released before, while it waits and a week after. */
  private static boolean isTold(ApprovalRequest request, Page page) {
    return switch (request.state()) {
      case WAITING -> request.expires().isAfter(page.moments().now());
      case APPROVED, DECLINED, EXPIRED ->
          request.decidedAt() != null
              && request.decidedAt().plus(WEEK).isAfter(page.moments().now());
      case WITHDRAWN -> false;
    };
  }

  private Item item(Entry letter, @Nullable ApprovalRequest request, Page page) {
    String number = letter.text("number");
    String issue = issue(letter, page);
    String href = "/steer/letters/" + number;
    String open = page.text("letters.today.open");
    Instant decided = request == null ? null : request.decidedAt();
    if (request != null && decided != null && isTold(request, page)) {
      return switch (request.state()) {
        case APPROVED ->
            Item.news(decided, page.text("letters.today.approved", issue), "", href, open);
        case DECLINED ->
            Item.open(
                page.text("letters.today.declined", issue), request.reason(), href, open, page);
        default -> Item.open(page.text("letters.today.expired", issue), "", href, open, page);
      };
    }
    if (request != null
        && request.state() == ApprovalRequest.State.WAITING
        && isTold(request, page)) {
      String until = page.text("approval.ends", page.moments().instant(request.expires()));
      return Item.open(page.text("letters.today.waits", issue), until, href, open, page);
    }
    return Item.open(
        page.text("letters.today", issue),
        page.text("letters.obstacles", releases.obstacles(letter).size()),
        href,
        open,
        page);
  }
}
