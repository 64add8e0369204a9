/** The page of the findings. */
@NullMarked
package org.passerelle.steer.findings.web;

import org.jspecify.annotations.NullMarked;
