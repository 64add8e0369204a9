package org.passerelle.understand.dossier;

import java.util.List;
import org.passerelle.network.Actor;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Tie;

/** A coded network as stored. */
record CodedStore(List<Actor> actors, List<Tie> ties) {
  CodedStore {
    actors = List.copyOf(actors);
    ties = List.copyOf(ties);
  }

  static CodedStore of(CaseNetwork network) {
    return new CodedStore(network.actors(), network.ties());
  }

  CaseNetwork network() {
    return new CaseNetwork(actors, ties);
  }
}
