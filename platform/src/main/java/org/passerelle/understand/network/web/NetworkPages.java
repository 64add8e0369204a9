package org.passerelle.understand.network.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Users;
import org.passerelle.network.Actor;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.prevent.watch.WatchFinds;
import org.passerelle.understand.network.History;
import org.passerelle.understand.network.KeptViews;
import org.passerelle.understand.network.Look;
import org.passerelle.understand.network.Measured;
import org.passerelle.understand.network.NetworkPictures;
import org.passerelle.understand.network.Networks;
import org.passerelle.understand.network.Notes;
import org.passerelle.understand.network.OpenedNetwork;
import org.springframework.stereotype.Component;

/** Loads what all pages with forms on a network show. */
@Component
class NetworkPages {
  /** The drawing library injects one style element, with this hash. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self' 'sha256-pgvDUBa4IjFA2yuSJ2cqcyxmNYJMborsd0ORcRv9vw8='; "
          + "script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
          + "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
          + "frame-ancestors 'none'";

  private final Networks networks;
  private final NetworkPictures pictures;
  private final Panels panels;
  private final KeptViews views;
  private final History history;
  private final Notes notes;
  private final Users users;
  private final WatchFinds watch;

  NetworkPages(
      Networks networks,
      NetworkPictures pictures,
      Panels panels,
      KeptViews views,
      History history,
      Notes notes,
      Users users,
      WatchFinds watch) {
    this.networks = networks;
    this.pictures = pictures;
    this.panels = panels;
    this.views = views;
    this.history = history;
    this.notes = notes;
    this.users = users;
    this.watch = watch;
  }

  /** A tab of an opened network. */
  WorkbenchPage tab(OpenedNetwork opened, String tab, Look look, SignedIn who) {
    Measured measured = pictures.measured(opened, look);
    PanelPage panel = panels.of(opened, measured, look, who);
    Actor actor = panel.actor();
    return new WorkbenchPage(
        opened,
        look,
        measured,
        pictures.picture(opened, measured, look, who),
        panel,
        tab.equals("drawing") ? panels.said(opened, look, who) : List.of(),
        actor == null || actor.victim() ? List.of() : watch.in(who, WatchedActors.words(actor)),
        views.all(opened.id(), who),
        tab);
  }

  /** The drawing of an opened network; an unsubmitted note is in its field. */
  String drawing(OpenedNetwork opened, Act act) {
    Look look = ViewForm.read(act.asked(), opened.network());
    return drawing(
        opened, look, act.with("form", unsent(opened, look, act)).with("sent", act.asked()));
  }

  /** The drawing as the page of a form, with the form. */
  String drawing(UUID id, Act act) {
    OpenedNetwork opened = networks.look(id, act.who());
    return drawing(opened, ViewForm.carried(act.form(), opened.network()), act);
  }

  private String drawing(OpenedNetwork opened, Look look, Act act) {
    act.policy(POLICY);
    return act.show("understand/network/drawing", tab(opened, "drawing", look, act.who()));
  }

  /** The panel of the selected element. */
  String panel(OpenedNetwork opened, Act act) {
    Look look = ViewForm.read(act.asked(), opened.network());
    return act.within(NetworksController.HERE + "/" + opened.id())
        .with("form", unsent(opened, look, act))
        .show("understand/network/panel", tab(opened, "drawing", look, act.who()));
  }

  private static Filled unsent(OpenedNetwork opened, Look look, Act act) {
    return act.unsent(NetworksController.HERE + "/" + opened.id() + "/notes/" + look.selected());
  }

  /** The history, and notes on the whole network; the access is logged. */
  String changes(UUID id, Act act) {
    SignedIn who = act.who();
    List<History.Change> newest = history.newest(id, who);
    List<Notes.Note> all = notes.all(id, who);
    return act.with("opened", networks.open(id, who))
        .with("changes", newest)
        .with("notes", all)
        .with(
            "names",
            users.names(
                Stream.concat(
                        newest.stream().map(History.Change::by), all.stream().map(Notes.Note::by))
                    .distinct()
                    .toList()))
        .show("understand/network/changes");
  }
}
