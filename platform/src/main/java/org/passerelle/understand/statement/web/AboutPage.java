package org.passerelle.understand.statement.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Page;
import org.passerelle.understand.network.NetworkState;
import org.passerelle.understand.network.Networks;
import org.passerelle.understand.network.OpenedNetwork;
import org.passerelle.understand.network.StoredTie;
import org.passerelle.understand.network.web.Ends;
import org.passerelle.understand.network.web.ViewForm;
import org.passerelle.understand.statement.Statement;

/**
 * The links of an interview.
 *
 * @param transcript the transcript
 * @param networks options for a network of the same diagnosis
 * @param chosen the network whose actors are offered, or null if there is none
 * @param opened networks that are linked or chosen
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

  /** Text of a passage. */
  public String passage(Statement statement) {
    return transcript.substring(statement.starts(), statement.ends());
  }

  /** Title of a network. */
  public String title(Statement statement) {
    return Optional.ofNullable(opened.get(statement.network()))
        .map(OpenedNetwork::title)
        .orElse("…");
  }

  /** The element of a passage; empty if it was removed from the network since. */
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

  private static String tie(StoredTie tie, NetworkState state, Page page) {
    Map<UUID, String> names = Ends.names(state);
    String kind = tie.state().kind();
    return page.text(
        tie.state().directed() ? "statement.tie.directed" : "statement.tie",
        names.getOrDefault(state.roots().apply(tie.state().source()), "…"),
        names.getOrDefault(state.roots().apply(tie.state().target()), "…"),
        kind.isEmpty() ? page.text("network.kind.untold") : kind);
  }

  /** Address of the element of a passage. */
  public static String at(Statement statement) {
    return "/understand/networks/" + statement.network() + "?selected=" + statement.element();
  }

  /** Options for an actor. */
  public List<String> actors() {
    OpenedNetwork network = chosen == null ? null : opened.get(chosen);
    return network == null ? List.of() : Ends.all(network.state());
  }

  /** Existing kinds of ties. */
  public List<String> kinds() {
    OpenedNetwork network = chosen == null ? null : opened.get(chosen);
    return network == null ? List.of() : List.copyOf(ViewForm.tieKinds(network.network()));
  }
}
