package org.passerelle.house.approval;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Users;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.ApprovalRequest.State;
import org.passerelle.approval.Approvals;
import org.passerelle.approval.TwoPersonAct;
import org.passerelle.pages.Filled;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for a second person; everybody finds here what they asked for themselves. */
@Controller
@Allowed
class ApprovalPages {
  private static final String HERE = "/house/approvals";
  private static final int DECIDED = 20;
  private final Approvals approvals;
  private final Map<String, TwoPersonAct> acts;
  private final Users users;
  private final OnceOnly once;

  ApprovalPages(Approvals approvals, List<TwoPersonAct> acts, Users users, OnceOnly once) {
    this.approvals = approvals;
    this.acts = acts.stream().collect(Collectors.toMap(TwoPersonAct::kind, Function.identity()));
    this.users = users;
    this.once = once;
  }

  @GetMapping(HERE)
  String show(@ModelAttribute("page") Page page, @AuthenticationPrincipal SignedIn who, Model m) {
    return show(page, who, Filled.with(Map.of()), "", m);
  }

  private String show(Page page, SignedIn who, Filled form, String declined, Model model) {
    List<ApprovalRequest> waiting = approvals.toDecide(who);
    List<ApprovalRequest> asked = approvals.asked(who);
    List<ApprovalRequest> decided = approvals.decided(who, DECIDED);
    Map<UUID, String> names =
        users.names(
            Stream.of(waiting, asked, decided)
                .flatMap(List::stream)
                .flatMap(r -> Stream.of(r.askedBy(), r.decidedBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    boolean decides = ApprovalEntries.DECIDERS.stream().anyMatch(who::is);
    model.addAttribute(
        "view",
        new ApprovalPage(
            lines(waiting, names, page),
            lines(asked, names, page),
            lines(decided, names, page),
            decides,
            who.is(Role.SUPERVISOR)
                ? approvals.chosen(who.organisation()).entrySet().stream()
                    .map(e -> new ApprovalPage.Choice(e.getKey(), e.getValue()))
                    .toList()
                : List.of()));
    model.addAttribute("form", form);
    model.addAttribute("declined", declined);
    return "house/approval/approvals";
  }

  @PostMapping(HERE + "/{id}/approve")
  String approve(
      @PathVariable UUID id,
      @RequestParam("_once") UUID token,
      @AuthenticationPrincipal SignedIn who,
      @ModelAttribute("page") Page page,
      HttpServletRequest request) {
    return once.run(
        token,
        who,
        () -> {
          approvals.approve(who, id, "");
          Notices.leave(request, "good", page.text("approval.approved"));
          return HERE;
        });
  }

  @PostMapping(HERE + "/{id}/decline")
  String decline(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Filled form = Filled.of(sent);
    String reason = form.neededText("reason-" + id, Filled.SHORT);
    if (approvals.toDecide(who).stream().noneMatch(r -> r.id().equals(id))) {
      throw new NotFound();
    }
    if (!form.errors().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(page, who, form, id.toString(), model);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          approvals.decline(who, id, reason);
          Notices.leave(request, "good", page.text("approval.declined"));
          return HERE;
        });
  }

  @PostMapping(HERE + "/{id}/withdraw")
  String withdraw(
      @PathVariable UUID id,
      @RequestParam("_once") UUID token,
      @AuthenticationPrincipal SignedIn who,
      @ModelAttribute("page") Page page,
      HttpServletRequest request) {
    return once.run(
        token,
        who,
        () -> {
          approvals.withdraw(who, id);
          Notices.leave(request, "good", page.text("approval.withdrawn"));
          return HERE;
        });
  }

  /** An organisation's supervisors choose which acts of casework need their yes. */
  @PostMapping(HERE + "/choices")
  @Allowed(Role.SUPERVISOR)
  String choose(
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      @ModelAttribute("page") Page page,
      HttpServletRequest request) {
    Filled form = Filled.of(sent);
    return once.run(
        form.once(),
        who,
        () -> {
          for (String kind : approvals.chosen(who.organisation()).keySet()) {
            approvals.choose(who, kind, form.shownAll("kinds").contains(kind));
          }
          Notices.leave(request, "good", page.text("approval.choices.saved"));
          return HERE;
        });
  }

  private List<ApprovalPage.Line> lines(
      List<ApprovalRequest> requests, Map<UUID, String> names, Page page) {
    return requests.stream().map(r -> line(r, names, page)).toList();
  }

  private ApprovalPage.Line line(ApprovalRequest request, Map<UUID, String> names, Page page) {
    TwoPersonAct act = acts.get(request.kind());
    TwoPersonAct.Shown shown =
        act == null || erased(request)
            ? new TwoPersonAct.Shown(page.text("approval.erased"), "")
            : act.shown(request, page);
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
        waits && act != null && approvals.deciders(request).isEmpty());
  }

  /** A request about a case whose key was destroyed keeps its line and loses its words. */
  private static boolean erased(ApprovalRequest request) {
    return request.payload().isEmpty()
        && !request.subject().key().equals(request.subject().organisation());
  }
}
