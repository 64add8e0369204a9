package org.passerelle.understand.network.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Page;
import org.passerelle.understand.network.History;
import org.passerelle.understand.network.Networks;
import org.passerelle.understand.network.Notes;
import org.passerelle.understand.network.OpenedNetwork;
import org.passerelle.understand.network.Positions;
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

/** Steps on a network: back and forth, signs that are moved. */
@Controller
@Allowed({Role.ANALYST, Role.PROSECUTOR})
class StepController {
  private static final String HERE = NetworksController.HERE + "/{id}";
  private static final int MOST_MOVED = 200;
  private final Networks networks;
  private final History history;
  private final Notes notes;
  private final Positions positions;
  private final Users users;
  private final OnceOnly once;

  StepController(
      Networks networks,
      History history,
      Notes notes,
      Positions positions,
      Users users,
      OnceOnly once) {
    this.networks = networks;
    this.history = history;
    this.notes = notes;
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
            Stream.concat(newest.stream().map(History.Change::by), all.stream().map(Notes.Note::by))
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
          return LookForm.back(id, form);
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
          return LookForm.back(id, form);
        });
  }
}
