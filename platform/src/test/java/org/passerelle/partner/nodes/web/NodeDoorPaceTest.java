package org.passerelle.partner.nodes.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.gate.NodeDoor;
import org.passerelle.partner.nodes.carriage.EnvelopeDoor;
import org.passerelle.partner.nodes.identity.StubNode;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who comes too fast to the door of nodes from where nobody is known is answered unread. */
@OnBothDatabases
class NodeDoorPaceTest {
  /** More than anybody could bring while twenty a second are let in. */
  private static final int MANY = 2_000;

  @Parameter House house;
  private StubNode node;
  private final AtomicInteger letIn = new AtomicInteger();

  @BeforeEach
  void aPartner() {
    node = new StubNode(house, "http://127.0.0.1:9");
    node.trusted();
  }

  @AfterEach
  void nobodyCallsIt() {
    node.end();
  }

  @Test
  void aStrangerIsToldThatTheyAreTooManyAndNothingIsReadOfWhatTheyBring() throws Exception {
    String network = "198.51.100." + node.name().hashCode();
    MockHttpServletResponse answer = untilRefused(network, NodeDoor.PATH);
    assertThat(answer.getStatus()).isEqualTo(429);
    assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
    assertThat(letIn.get()).isLessThan(MANY);
    // what is not the door of nodes is none of its business
    assertThat(untilRefused(network, "/sign-in").getStatus()).isEqualTo(200);
    String elsewhere = "198.51.100.x" + node.name();
    assertThat(filtered(elsewhere, NodeDoor.PATH).getStatus()).isEqualTo(200);
  }

  @Test
  void whoComesFromWhereAPartnerCameIsNot() throws Exception {
    String network = "192.0.2." + node.name().hashCode();
    String ping = node.sealed(node.envelope("ping", null, "{}"));
    assertThat(house.get(EnvelopeDoor.class).bring(ping, network).status()).isEqualTo(200);
    assertThat(untilRefused(network, NodeDoor.PATH).getStatus()).isEqualTo(200);
    assertThat(letIn.get()).isEqualTo(MANY);
  }

  /** Whoever has a network of version 6 has more addresses of it than there are of version 4. */
  @Test
  void theAddressesOfOneHouseholdAreOne() throws Exception {
    String half = "2001:db8:%x:1:".formatted(node.name().hashCode() & 0xffff);
    untilRefused(half + "0:0:0:1", NodeDoor.PATH);
    int before = letIn.get();
    for (int i = 2; i < MANY; i++) {
      filtered(half + ":" + Integer.toHexString(i), NodeDoor.PATH);
    }
    assertThat(letIn.get() - before).isLessThan(MANY - 2);
  }

  private MockHttpServletResponse untilRefused(String address, String path)
      throws ServletException, IOException {
    MockHttpServletResponse answer = filtered(address, path);
    for (int i = 1; i < MANY && answer.getStatus() == 200; i++) {
      answer = filtered(address, path);
    }
    return answer;
  }

  private MockHttpServletResponse filtered(String address, String path)
      throws ServletException, IOException {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
    request.setRemoteAddr(address);
    MockHttpServletResponse response = new MockHttpServletResponse();
    house
        .get(NodeDoorPace.class)
        .doFilter(request, response, (asked, answer) -> letIn.incrementAndGet());
    return response;
  }
}
