package org.passerelle.demo;

import org.passerelle.demo.tip.DemoTips;
import org.springframework.stereotype.Component;

/**
 * Protection in the demonstration: deadlines, guardians, placement, danger, family tracing, and
 * tips of the public.
 */
@Component
record DemoProtection(
    DemoDeadlines deadlines,
    DemoGuardians guardians,
    DemoPlacement placement,
    DemoSafety safety,
    DemoTracing tracing,
    DemoTips tips) {}
