package org.passerelle.understand.network.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.Users;
import org.passerelle.pages.Filled;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Page;
import org.passerelle.pages.web.Notices;
import org.passerelle.understand.network.Changes;
import org.passerelle.understand.network.History;
import org.passerelle.understand.network.KeptViews;
import org.passerelle.understand.network.Networks;
import org.passerelle.understand.network.Notes;
import org.passerelle.understand.network.OpenedNetwork;
import org.passerelle.understand.network.Positions;
import org.passerelle.understand.network.Suggestions;
import org.passerelle.understand.network.TieState;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Steps on a network: back and forth, notes, kept views, suggested ties, signs that are moved. */
@Controller
@Allowed({Role.ANALYST, Role.PROSECUTOR})
class StepController {
  private static final String HERE = NetworksController.HERE + "/{id}";
  private static final int NAME = 100;
  private static final int NOTE = 4_000;
  private static final int MOST_MOVED = 200;
  private final Networks networks;
  private final Changes changes;
  private final History history;
  private final Notes notes;
  private final KeptViews views;
  private final Suggestions suggestions;
  private final Positions positions;
  private final Users users;
  private final OnceOnly once;

  StepController(
      Networks networks,
      Changes changes,
      History history,
      Notes notes,
      KeptViews views,
      Suggestions suggestions,
      Positions positions,
      Users users,
      OnceOnly once) {
    this.networks = networks;
    this.changes = changes;
    this.history = history;
    this.notes = notes;
    this.views = views;
    this.suggestions = suggestions;
    this.positions = positions;
    this.users = users;
    this.once = once;
  }

  @GetMapping(HERE + "/changes")
  String changes(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who, Model model) {
    OpenedNetwork opened = networks.open(id, who);
    List<History.Change> newest = history.newest(id, who);
    List<Notes.Note> all = notes.all(id, who);
    model.addAttribute("opened", opened);
    model.addAttribute("changes", newest);
    model.addAttribute("notes", all);
    model.addAttribute(
        "names",
        users.names(
            java.util.stream.Stream.concat(
                    newest.stream().map(History.Change::by), all.stream().map(Notes.Note::by))
                .distinct()
                .toList()));
    return "understand/network/changes";
  }

  @PostMapping(HERE + "/undo")
  String undo(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn who) {
    return step(id, sent, "undone", page, request, who, true);
  }

  @PostMapping(HERE + "/redo")
  String redo(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn who) {
    return step(id, sent, "redone", page, request, who, false);
  }

  private String step(
      UUID id,
      MultiValueMap<String, String> sent,
      String what,
      Page page,
      HttpServletRequest request,
      SignedIn who,
      boolean back) {
    Filled form = Filled.of(sent);
    return once.run(
        form.once(),
        who,
        () -> {
          Optional<String> kind = back ? history.undo(id, who) : history.redo(id, who);
          Notices.leave(
              request,
              kind.isEmpty() ? "warn" : "good",
              kind.isEmpty()
                  ? page.text("network." + what + ".nothing")
                  : page.text("network." + what, page.text("network.change." + kind.get())));
          return back(id, form);
        });
  }

  @PostMapping(HERE + "/notes")
  String note(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn who) {
    Filled form = Filled.of(sent);
    String content = form.neededText("note", NOTE);
    String element = form.text("element", 36);
    @Nullable UUID of = element.isEmpty() ? null : UUID.fromString(element);
    return once.run(
        form.once(),
        who,
        () -> {
          if (form.errors().isEmpty()) {
            notes.write(id, of, content, who);
          } else {
            Notices.leave(request, "danger", page.text("network.note.error", NOTE));
          }
          return of == null ? at(id) + "/changes" : back(id, form);
        });
  }

  @PostMapping(HERE + "/views")
  String keep(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn who) {
    Filled form = Filled.of(sent);
    String name = form.neededText("name", NAME);
    return once.run(
        form.once(),
        who,
        () -> {
          if (form.errors().isEmpty()) {
            views.keep(id, name, query(id, form, who), who);
            Notices.leave(request, "good", page.text("network.view.kept", name));
          } else {
            Notices.leave(request, "danger", page.text("network.view.error", NAME));
          }
          return back(id, form);
        });
  }

  @PostMapping(HERE + "/views/{view}/forget")
  String forget(
      @PathVariable UUID id,
      @PathVariable UUID view,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who) {
    Filled form = Filled.of(sent);
    return once.run(
        form.once(),
        who,
        () -> {
          views.forget(id, view, who);
          return back(id, form);
        });
  }

  @GetMapping(HERE + "/suggested")
  String suggested(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who, Model model) {
    OpenedNetwork opened = networks.open(id, who);
    model.addAttribute("opened", opened);
    model.addAttribute("suggestions", suggestions.of(opened, who));
    return "understand/network/suggested";
  }

  @PostMapping(HERE + "/suggested/take")
  String take(
      @PathVariable UUID id,
      @RequestParam("one") UUID one,
      @RequestParam("other") UUID other,
      @RequestParam("_once") UUID token,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who) {
    String shared =
        suggestions.of(networks.find(id, who), who).stream()
            .filter(
                s -> s.one().id().equals(one.toString()) && s.other().id().equals(other.toString()))
            .findFirst()
            .map(
                s ->
                    s.shared().stream()
                        .map(a -> page.text("network.kind." + a.kind().code()) + " " + a.label())
                        .collect(java.util.stream.Collectors.joining(", ")))
            .orElse("");
    return once.run(
        token,
        who,
        () -> {
          if (!shared.isEmpty()) {
            Map<String, List<String>> why = new LinkedHashMap<>();
            why.put("shared", List.of(shared));
            changes.takeSuggestion(
                id,
                new TieState(
                    "",
                    one,
                    other,
                    page.text("network.suggested.kind"),
                    1,
                    false,
                    "",
                    "",
                    page.text("network.suggested.source"),
                    "",
                    false,
                    why,
                    null),
                who);
          }
          return at(id) + "/suggested";
        });
  }

  @PostMapping(HERE + "/suggested/dismiss")
  String dismiss(
      @PathVariable UUID id,
      @RequestParam("one") UUID one,
      @RequestParam("other") UUID other,
      @RequestParam("_once") UUID token,
      @AuthenticationPrincipal SignedIn who) {
    return once.run(
        token,
        who,
        () -> {
          suggestions.dismiss(id, one, other, who);
          return at(id) + "/suggested";
        });
  }

  /** Signs that were moved by hand; called by the page's script. */
  @PostMapping(HERE + "/positions")
  ResponseEntity<Void> move(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who) {
    Map<String, Positions.At> moved = new LinkedHashMap<>();
    List<String> ids = sent.getOrDefault("id", List.of());
    List<String> x = sent.getOrDefault("x", List.of());
    List<String> y = sent.getOrDefault("y", List.of());
    for (int i = 0; i < Math.min(ids.size(), MOST_MOVED); i++) {
      if (i < x.size() && i < y.size() && number(x.get(i)) && number(y.get(i))) {
        moved.put(
            ids.get(i),
            new Positions.At(Double.parseDouble(x.get(i)), Double.parseDouble(y.get(i))));
      }
    }
    positions.move(id, moved, who);
    return ResponseEntity.noContent().build();
  }

  private static boolean number(String text) {
    return text.matches("-?\\d{1,5}(\\.\\d{1,6})?");
  }

  @PostMapping(HERE + "/arrange")
  String arrange(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who) {
    Filled form = Filled.of(sent);
    return once.run(
        form.once(),
        who,
        () -> {
          positions.arrange(id, networks.find(id, who).network(), who);
          return back(id, form);
        });
  }

  /** Back to how it was looked at. */
  private static String back(UUID id, Filled form) {
    String query = form.text("look", 500);
    return query.matches("[A-Za-z0-9_=&%.:-]+") ? at(id) + "?" + query : at(id);
  }

  private String query(UUID id, Filled form, SignedIn who) {
    String back = back(id, form);
    int at = back.indexOf('?');
    if (at < 0) {
      return "";
    }
    MultiValueMap<String, String> sent =
        org.springframework.web.util.UriComponentsBuilder.fromUriString(back)
            .build()
            .getQueryParams();
    MultiValueMap<String, String> decoded = new org.springframework.util.LinkedMultiValueMap<>();
    sent.forEach(
        (name, values) ->
            values.forEach(
                value ->
                    decoded.add(
                        name,
                        java.net.URLDecoder.decode(
                            value == null ? "" : value, java.nio.charset.StandardCharsets.UTF_8))));
    return LookForm.query(LookForm.read(decoded, networks.find(id, who).network()));
  }

  private static String at(UUID id) {
    return NetworksController.HERE + "/" + id;
  }
}
