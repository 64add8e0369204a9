package org.passerelle.demo;

import org.passerelle.demo.prosecution.DemoProsecution;
import org.springframework.stereotype.Component;

/** The demonstration's work with other countries and organisations. */
@Component
record DemoAbroad(
    DemoHandOvers handOvers, DemoDesk desk, DemoTransfers transfers, DemoProsecution prosecution) {}
