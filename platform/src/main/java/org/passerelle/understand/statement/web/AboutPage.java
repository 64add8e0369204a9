package org.passerelle.understand.statement.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Page;
import org.passerelle.understand.network.HeldTie;
import org.passerelle.understand.network.NetworkState;
import org.passerelle.understand.network.Networks;
import org.passerelle.understand.network.OpenedNetwork;
import org.passerelle.understand.network.web.Ends;
import org.passerelle.understand.network.web.LookForm;
import org.passerelle.understand.statement.Statement;

/**
 * Whom and what an interview is about, as its page shows it.
 *
 * @param transcript what was said
 * @param networks of the same diagnosis, to choose from
 * @param chosen the one whose actors are offered, or null where there is none
 * @param opened those that are linked or chosen
 */
public record AboutPage(
    String transcript,
    List<Statement> statements,
    List<Networks.Line> networks,
    @Nullable UUID chosen,
    Map<UUID, OpenedNetwork> opened) {
  public AboutPage {
    statements = List.copyOf(statements);
    networks = List.copyOf(networks);
    opened = Map.copyOf(opened);
  }

  /** What a passage says. */
  public String passage(Statement statement) {
    return transcript.substring(statement.starts(), statement.ends());
  }

  /** What a network is called. */
  public String title(Statement statement) {
    return Optional.ofNullable(opened.get(statement.network()))
        .map(OpenedNetwork::title)
        .orElse("…");
  }

  /** Whom or what a passage is about; empty if it was removed from the network since. */
  public String element(Statement statement, Page page) {
    OpenedNetwork network = opened.get(statement.network());
    if (network == null) {
      return "";
    }
    NetworkState state = network.state();
    return state
        .actor(statement.element())
        .map(actor -> actor.state().label())
        .or(() -> state.tie(statement.element()).map(tie -> tie(tie, state, page)))
        .orElse("");
  }

  private static String tie(HeldTie tie, NetworkState state, Page page) {
    Map<UUID, String> names = Ends.names(state);
    String kind = tie.state().kind();
    return page.text(
        tie.state().directed() ? "statement.tie.directed" : "statement.tie",
        names.getOrDefault(state.roots().apply(tie.state().source()), "…"),
        names.getOrDefault(state.roots().apply(tie.state().target()), "…"),
        kind.isEmpty() ? page.text("network.kind.untold") : kind);
  }

  /** Address of whom or what a passage is about. */
  public static String at(Statement statement) {
    return "/understand/networks/" + statement.network() + "?selected=" + statement.element();
  }

  /** Names of actors to choose from. */
  public List<String> actors() {
    OpenedNetwork network = chosen == null ? null : opened.get(chosen);
    return network == null ? List.of() : Ends.all(network.state());
  }

  /** Kinds of ties that there are already. */
  public List<String> kinds() {
    OpenedNetwork network = chosen == null ? null : opened.get(chosen);
    return network == null ? List.of() : List.copyOf(LookForm.tieKinds(network.network()));
  }
}
