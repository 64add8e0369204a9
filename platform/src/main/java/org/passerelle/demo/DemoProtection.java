package org.passerelle.demo;

import org.springframework.stereotype.Component;

/** Protection in the demonstration: deadlines, guardians, placement, danger and family tracing. */
@Component
record DemoProtection(
    DemoDeadlines deadlines,
    DemoGuardians guardians,
    DemoPlacement placement,
    DemoSafety safety,
    DemoTracing tracing) {}
