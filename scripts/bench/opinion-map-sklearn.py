"""The plain way with scikit-learn: means for what was not seen, PCA to two components, k-means for 2 to 5 groups."""

import json
import resource
import sys
import time

import numpy
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA

people, statements, count = numpy.fromfile(sys.argv[1], dtype=numpy.int32, count=3)
rows = numpy.fromfile(sys.argv[1], dtype=numpy.int32, count=count, offset=12)
columns = numpy.fromfile(sys.argv[1], dtype=numpy.int32, count=count, offset=12 + count * 4)
votes = numpy.fromfile(sys.argv[1], dtype=numpy.int8, count=count, offset=12 + count * 8)

began = time.process_time()
sums = numpy.bincount(columns, weights=votes, minlength=statements)
seen = numpy.bincount(columns, minlength=statements)
table = numpy.tile(sums / numpy.maximum(seen, 1), (people, 1))
table[rows, columns] = votes
places = PCA(n_components=2, random_state=0).fit_transform(table)
for k in range(2, 6):
    KMeans(n_clusters=k, n_init=10, random_state=0).fit(places)
seconds = time.process_time() - began
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"seconds": seconds, "megabytes": peak}))
