/** Pages of durable solutions. */
@NullMarked
package org.passerelle.protect.solution.web;

import org.jspecify.annotations.NullMarked;
