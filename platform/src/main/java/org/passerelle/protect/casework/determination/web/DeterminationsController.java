package org.passerelle.protect.casework.determination.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Caseworkers;
import org.passerelle.accounts.Users;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.files.CaseAttachments;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.determination.Determination;
import org.passerelle.protect.casework.determination.Determinations;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages of best-interests determinations. */
@Controller
@Caseworkers
class DeterminationsController {
  private static final String ALL = "/protect/cases/{id}/determinations";
  private static final String ONE = ALL + "/{determination}";
  private final Determinations determinations;
  private final Cases cases;
  private final CaseAttachments files;
  private final Users users;
  private final CodeOptions options;

  DeterminationsController(
      Determinations determinations,
      Cases cases,
      CaseAttachments files,
      Users users,
      CodeOptions options) {
    this.determinations = determinations;
    this.cases = cases;
    this.files = files;
    this.users = users;
    this.options = options;
  }

  @GetMapping(ALL)
  String all(@PathVariable UUID id, Act act) {
    return page(id, null, "all", act);
  }

  /** An empty form, or one filled with an earlier determination for its review. */
  @GetMapping(ALL + "/new")
  String blank(@PathVariable UUID id, Act act) {
    Map<String, String> first = new HashMap<>();
    first.put("on", act.page().moments().today().toString());
    first.put("question", act.asked().code("question", options.codes("determination_questions")));
    act.asked()
        .id("of")
        .map(of -> determinations.find(id, of, act.who()))
        .ifPresent(before -> fill(first, before));
    act.form(first);
    return page(id, null, "new", act);
  }

  private static void fill(Map<String, String> first, Determination before) {
    first.put("of", before.id().toString());
    first.put("question", before.question());
    first.put("panel", before.words().panel());
    first.put("options", before.words().options());
    for (Determination.Member member : before.members()) {
      UUID user = member.user();
      first.put("user_" + member.number(), user == null ? "" : user.toString());
      first.put("name_" + member.number(), member.person().name());
      first.put("function_" + member.number(), member.person().function());
    }
  }

  private String page(UUID id, @Nullable UUID one, String template, Act act) {
    Case file = cases.find(id, act.who());
    List<Determination> all = determinations.of(id, act.who());
    List<UUID> colleagues = determinations.colleagues(id, act.who());
    Set<UUID> people = new HashSet<>(colleagues);
    all.forEach(
        d ->
            d.members()
                .forEach(
                    m -> {
                      UUID user = m.user();
                      if (user != null) {
                        people.add(user);
                      }
                      UUID second = m.confirmedBy();
                      if (second != null) {
                        people.add(second);
                      }
                    }));
    Map<UUID, String> names = users.names(people);
    return act.show(
        "protect/determination/" + template,
        new DeterminationsPage(
            file,
            all,
            colleagues.stream()
                .map(c -> new Option(c.toString(), names.getOrDefault(c, "…")))
                .sorted(Option.byLabel(act.language()))
                .toList(),
            names,
            one == null ? null : determinations.find(id, one, act.who()),
            one == null
                ? List.of()
                : files.listed(id, act.who()).stream()
                    .map(f -> new Option(f.newest().id().toString(), f.newest().name()))
                    .toList(),
            act.who(),
            act.form(),
            new CaseWords(options, act.language())));
  }

  @PostMapping(ALL)
  String propose(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    Determination.Draft draft =
        new Determination.Draft(
            form.neededCode("question", options.codes("determination_questions")),
            form.neededCode("result", options.codes("best_interests_results")),
            form.neededDay("on", today, today),
            form.day("review_by", today.plusYears(3)).orElse(null),
            form.id("of").orElse(null),
            new Determination.Words(
                form.neededText("panel", 300),
                form.neededText("options", Filled.LONG),
                form.neededText("view", Filled.LONG),
                form.neededCode("heard", options.codes("heard_ways")),
                form.neededText("reasons", Filled.LONG),
                form.neededText("decision", Filled.LONG)),
            seats(form),
            form.number("quorum", Determination.QUORUM, Determination.LARGEST).orElse(0));
    return act.refusalsAt("members")
        .submit(
            () -> page(id, null, "new", act),
            () -> {
              UUID made = determinations.propose(id, draft, act.who());
              act.notice("good", "determination.proposed");
              return at(id, made);
            });
  }

  private static List<Determination.Seat> seats(Filled form) {
    List<Determination.Seat> seats = new ArrayList<>();
    for (int i = 1; i <= Determination.LARGEST; i++) {
      @Nullable UUID user = form.id("user_" + i).orElse(null);
      String name = user == null ? form.text("name_" + i, 200) : "";
      String function = form.text("function_" + i, 200);
      if (user != null || !name.isEmpty() || !function.isEmpty()) {
        seats.add(new Determination.Seat(user, new Determination.Person(name, function)));
      }
    }
    return seats;
  }

  private static String at(UUID id, UUID determination) {
    return "/protect/cases/" + id + "/determinations/" + determination;
  }

  @GetMapping(ONE)
  String one(@PathVariable UUID id, @PathVariable UUID determination, Act act) {
    return page(id, determination, "one", act);
  }

  @PostMapping(ONE + "/members/{member}/sign")
  String sign(@PathVariable UUID id, @PathVariable UUID determination, Act act) {
    UUID member = act.partId("member");
    Filled form = act.form();
    Determination.Paper paper =
        new Determination.Paper(form.text("words", 500), form.id("document").orElse(null));
    return act.submit(
        () -> page(id, determination, "one", act),
        at(id, determination),
        () -> {
          determinations.sign(id, determination, member, paper, act.who());
          act.notice("good", "determination.signed");
        });
  }

  @PostMapping(ONE + "/members/{member}/confirm")
  String confirm(@PathVariable UUID id, @PathVariable UUID determination, Act act) {
    UUID member = act.partId("member");
    return act.submit(
        () -> page(id, determination, "one", act),
        at(id, determination),
        () -> {
          determinations.confirm(id, determination, member, act.who());
          act.notice("good", "determination.confirmed");
        });
  }
}
