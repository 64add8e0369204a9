package org.passerelle.demo;

import org.springframework.stereotype.Component;

/** What is done with other countries and organisations. */
@Component
record DemoAbroad(DemoHandOvers handOvers, DemoDesk desk, DemoTransfers transfers) {}
