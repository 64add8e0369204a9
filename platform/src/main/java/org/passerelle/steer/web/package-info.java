/** The module in the navigation. */
@NullMarked
package org.passerelle.steer.web;

import org.jspecify.annotations.NullMarked;
