package org.passerelle.house.approval;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.accounts.Users;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.ApprovalRequest.State;
import org.passerelle.approval.Approvals;
import org.passerelle.approval.TwoPersonAct;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Page;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Requests that await a second person; every user also finds their own requests here. */
@Controller
@Allowed
class ApprovalPages {
  private static final String HERE = "/house/approvals";
  private static final int DECIDED = 20;
  private final Approvals approvals;
  private final ApprovalWords words;
  private final Users users;

  ApprovalPages(Approvals approvals, ApprovalWords words, Users users) {
    this.approvals = approvals;
    this.words = words;
    this.users = users;
  }

  @GetMapping(HERE)
  String show(Act act) {
    return show(Filled.with(Map.of()), "", act);
  }

  private String show(Filled form, String declined, Act act) {
    List<ApprovalRequest> waiting = approvals.toDecide(act.who());
    List<ApprovalRequest> asked = approvals.asked(act.who());
    List<ApprovalRequest> decided = approvals.decided(act.who(), DECIDED);
    Map<UUID, String> names =
        users.names(
            Stream.of(waiting, asked, decided)
                .flatMap(List::stream)
                .flatMap(r -> Stream.of(r.askedBy(), r.decidedBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    boolean decides = ApprovalEntries.DECIDERS.stream().anyMatch(act.who()::is);
    act.with(
        "view",
        new ApprovalPage(
            lines(waiting, names, act.page()),
            lines(asked, names, act.page()),
            lines(decided, names, act.page()),
            decides,
            act.who().is(Role.SUPERVISOR)
                ? approvals.chosen(act.who().organisation()).entrySet().stream()
                    .map(e -> new ApprovalPage.Choice(e.getKey(), e.getValue()))
                    .toList()
                : List.of()));
    act.with("form", form);
    act.with("declined", declined);
    return "house/approval/approvals";
  }

  @PostMapping(HERE + "/{id}/approve")
  String approve(@PathVariable UUID id, Act act) {
    AtomicReference<TwoPersonAct.Prepared> ready = new AtomicReference<>();
    act.guarded(() -> ready.set(approvals.prepare(act.who(), id)), () -> {});
    return act.once(
        () -> {
          String said =
              approvals.toDecide(act.who()).stream()
                  .filter(r -> r.id().equals(id))
                  .map(r -> words.of(r, act.page()).sentence())
                  .findFirst()
                  .orElseThrow(NotFound::new);
          approvals.approve(act.who(), id, "", Objects.requireNonNull(ready.get()));
          act.notice("good", "approval.approved", said);
          return HERE;
        });
  }

  @PostMapping(HERE + "/{id}/decline")
  String decline(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    String reason = form.neededText("reason-" + id, Filled.SHORT);
    if (approvals.toDecide(act.who()).stream().noneMatch(r -> r.id().equals(id))) {
      throw new NotFound();
    }
    return act.submit(
        () -> show(form, id.toString(), act),
        () -> {
          approvals.decline(act.who(), id, reason);
          act.notice("good", "approval.declined");
          return HERE;
        });
  }

  @PostMapping(HERE + "/{id}/withdraw")
  String withdraw(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          approvals.withdraw(act.who(), id);
          act.notice("good", "approval.withdrawn");
          return HERE;
        });
  }

  /** Lets an organisation's supervisors choose which kinds of casework actions need approval. */
  @PostMapping(HERE + "/choices")
  @Allowed(Role.SUPERVISOR)
  String choose(Act act) {
    Filled form = act.form();
    return act.once(
        () -> {
          for (String kind : approvals.chosen(act.who().organisation()).keySet()) {
            approvals.choose(act.who(), kind, form.shownAll("kinds").contains(kind));
          }
          act.notice("good", "approval.choices.saved");
          return HERE;
        });
  }

  private List<ApprovalPage.Line> lines(
      List<ApprovalRequest> requests, Map<UUID, String> names, Page page) {
    return requests.stream().map(r -> line(r, names, page)).toList();
  }

  private ApprovalPage.Line line(ApprovalRequest request, Map<UUID, String> names, Page page) {
    TwoPersonAct.Shown shown = words.of(request, page);
    boolean waits = request.state() == State.WAITING;
    return new ApprovalPage.Line(
        request.id().toString(),
        request.code(),
        request.kind(),
        shown.sentence(),
        shown.href(),
        names.getOrDefault(request.askedBy(), ""),
        request.askedAt(),
        request.expires(),
        waits && !request.expires().isAfter(page.moments().now())
            ? "expired"
            : request.state().name().toLowerCase(Locale.ROOT),
        ApprovalRequest.OPERATOR.equals(request.decidedBy())
            ? page.text("approval.operator")
            : names.getOrDefault(request.decidedBy(), ""),
        request.decidedAt(),
        request.reason(),
        waits && words.knows(request) ? stuck(request, page) : "");
  }

  private String stuck(ApprovalRequest request, Page page) {
    if (approvals.operatorDecides(request)) {
      return page.text("approval.operator.needed", request.code());
    }
    return approvals.deciders(request).isEmpty()
        ? page.text("approval.nobody.decides", words.deciders(request, page))
        : "";
  }
}
