package org.passerelle.understand.network.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.network.Actor;
import org.passerelle.prevent.watch.WatchSource;
import org.passerelle.understand.network.Networks;
import org.springframework.stereotype.Component;

/**
 * Entries of the watch list that are named by an actor of a network on whose team the reader is.
 * Victims stand there under pseudonyms and are not looked at.
 */
@Component
class WatchedActors implements WatchSource {
  private final Networks networks;

  WatchedActors(Networks networks) {
    this.networks = networks;
  }

  @Override
  public List<Place> found(Predicate<String> standsIn, SignedIn who) {
    List<Place> found = new ArrayList<>();
    if (who.is(Role.ANALYST, Role.PROSECUTOR)) {
      for (Networks.Line line : networks.all(who)) {
        List<Actor> actors =
            networks.find(line.id(), who).network().actors().stream()
                .filter(actor -> !actor.victim() && standsIn.test(words(actor)))
                .toList();
        if (!actors.isEmpty()) {
          networks.look(line.id(), who);
        }
        for (Actor actor : actors) {
          found.add(
              new Place(
                  line.title() + ": " + actor.label(),
                  NetworksController.HERE + "/" + line.id() + "?selected=" + actor.id()));
        }
      }
    }
    return found;
  }

  /** What is known of an actor by name: one line for each. */
  static String words(Actor actor) {
    List<String> all = new ArrayList<>(List.of(actor.label()));
    actor.attributes().values().forEach(all::addAll);
    return String.join("\n", all);
  }
}
