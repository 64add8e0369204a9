package org.passerelle.partner.nodes.carriage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.audit.WitnessedLog;
import org.passerelle.partner.nodes.identity.StubNode;
import org.passerelle.partner.nodes.trust.NodeRows;
import org.passerelle.storage.HeldSchedules;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** What a partner gets that answers each root of the log with garbage, and then pings. */
@OnBothDatabases
@Tag("slow")
@Tag("long")
class ChecksTest {
  @Parameter House house;

  @Test
  void garbageForAnAnswerBringsNoOtherRoot() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(500, -1);
          exchange.close();
        });
    server.start();
    try {
      StubNode node = new StubNode(house, "http://127.0.0.1:" + server.getAddress().getPort());
      node.trusted();
      // schedules are held in test servers: the first root is signed and shown by these runs
      HeldSchedules schedules = house.get(HeldSchedules.class);
      while (house.get(WitnessedLog.class).shown().isEmpty()) {
        house.clock().pass(Duration.ofHours(1));
        schedules.runAll();
      }
      for (int i = 0; i < 5; i++) {
        house
            .get(EnvelopeDoor.class)
            .bring(node.sealed(node.envelope("ping", null, "{}")), "192.0.2.1");
        house.get(NodeRows.class).callNow(node.known().id());
        house.get(Checks.class).exchange(node.known().id());
      }
      // once, by this test or by the couriers of the house
      assertThat(asked.get()).isOne();
      node.end();
    } finally {
      server.stop(0);
    }
  }
}
