package org.passerelle.demo.tip;

import java.util.List;
import java.util.Map;
import org.passerelle.access.SignedIn;
import org.passerelle.language.ResourceYaml;
import org.passerelle.prevent.channel.Channels;
import org.passerelle.register.Kinds;
import org.passerelle.register.Register;
import org.springframework.stereotype.Component;

/**
 * An invented partnership in force, and the channel by which its partner reports to the triage team
 * of the demonstration. No token is issued: whoever wants to try it issues one. Thread-safe.
 */
@Component
class DemoPartners {
  private static final String KIND = "partnership";
  private final Register register;
  private final Channels channels;

  DemoPartners(Register register, Channels channels) {
    this.register = register;
    this.channels = channels;
  }

  /**
   * Enters the partnership and opens the channel.
   *
   * @param manager who keeps the register
   * @param officer whose team receives tips
   */
  void open(SignedIn manager, SignedIn officer) {
    Map<String, Object> partner =
        ResourceYaml.map(ResourceYaml.read("demo/tips.yaml").get("partner"));
    String id = ResourceYaml.text(partner, "id");
    if (register.facts().find(KIND, id).isEmpty()) {
      register.save(
          manager,
          Kinds.shipped().find(KIND).orElseThrow(),
          id,
          0,
          Map.of(
              "title",
              ResourceYaml.wording(partner.get("title")).byLanguage(),
              "type",
              "public-private",
              "state",
              "in-force",
              "aims",
              List.of(ResourceYaml.wording(partner.get("aim")).byLanguage())),
          "");
    }
    channels.open(
        officer,
        new Channels.Draft(
            ResourceYaml.text(partner, "name"),
            ResourceYaml.text(partner, "sector"),
            id,
            ResourceYaml.text(partner, "contact")));
  }
}
