/** Pages of published estimates, and of the request to publish one. */
@NullMarked
package org.passerelle.steer.release.estimate.web;

import org.jspecify.annotations.NullMarked;
