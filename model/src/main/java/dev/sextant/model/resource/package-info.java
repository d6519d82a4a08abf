/// What a trial needs and a machine has. Start with [Resources][dev.sextant.model.resource.Resources].
package dev.sextant.model.resource;
